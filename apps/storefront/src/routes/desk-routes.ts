import type { RouteConfigEntry } from '@react-router/dev/routes';

/** Pages of the cooperative's workspace, the moderation desk and the back office, below `/:locale`. */
export const deskRoutes: RouteConfigEntry[] = [];
