import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src',
  ssr: true,
  // The whole (small) map of routes comes with the page: no second request before the first click.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
