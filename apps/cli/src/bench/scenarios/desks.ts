import { readLoad } from '../load/read-load.js';
import type { Scenario } from './place.js';

/** What people see who work here: never remembered, always read. */
export const deskScenarios: Record<string, Scenario> = {
  sellerOrders: {
    limit: 'bareFastifyPg',
    connections: 8,
    run: ({ api, material, president }, load) =>
      readLoad(load, api.url, [
        { path: `/api/v1/workspace/${material.desk.id}/orders?limit=20`, headers: { cookie: president } },
      ]),
  },
  moderationQueue: {
    limit: 'bareFastifyPg',
    connections: 8,
    run: ({ api, moderator }, load) =>
      readLoad(load, api.url, [{ path: '/api/v1/moderation/cases?limit=20', headers: { cookie: moderator } }]),
  },
};
