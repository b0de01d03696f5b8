import { index, route, type RouteConfigEntry } from '@react-router/dev/routes';

/** Pages of the shop, below `/:locale`. */
export const shopRoutes: RouteConfigEntry[] = [
  index('routes/home.tsx'),
  route('theme', 'routes/theme.ts'),
  route('*', 'routes/no-such-page.tsx'),
];
