import type { Queue } from 'pg-boss';

export const jobSchema = 'jobs';

const dayInSeconds = 86_400;

/** Twenty attempts with growing pauses (seconds to half an hour), then the job is parked for a person to look at. */
const patience = {
  retryLimit: 20,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 1800,
  retentionSeconds: 14 * dayInSeconds,
  deleteAfterSeconds: dayInSeconds / 24,
  notify: true,
} satisfies Partial<Queue>;

export const parkedQueue = 'events-parked';

/** Dead letters first: a queue names one that exists. */
export const eventQueues: (Queue & { name: string })[] = [
  { name: parkedQueue, retryLimit: 0, retentionSeconds: 90 * dayInSeconds },
  { name: 'events-quick', ...patience, expireInSeconds: 60, deadLetter: parkedQueue },
  { name: 'events-post', ...patience, expireInSeconds: 120, deadLetter: parkedQueue },
  { name: 'events-slow', ...patience, expireInSeconds: 300, deadLetter: parkedQueue },
  { name: 'schedules', retryLimit: 0, expireInSeconds: 900, deleteAfterSeconds: 3600, notify: true },
];
