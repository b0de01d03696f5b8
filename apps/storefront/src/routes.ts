import { index, route, type RouteConfig } from '@react-router/dev/routes';
import { deskRoutes } from './routes/desk-routes.js';
import { shopRoutes } from './routes/shop-routes.js';

export default [
  index('routes/choose-locale.ts'),
  route(':locale', 'routes/locale.tsx', [...shopRoutes, ...deskRoutes]),
  route('*', 'routes/nowhere.tsx'),
] satisfies RouteConfig;
