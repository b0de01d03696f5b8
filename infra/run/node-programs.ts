/** Young objects of a page or a query die young: a small nursery and a firm limit keep a process within its memory. */
const nodeFlags = ['--max-semi-space-size=16', '--max-old-space-size=256'];

/** The worker makes no pages: half the nursery is enough for it. The later flag counts. */
const workerFlags = [...nodeFlags, '--max-semi-space-size=8'];

export const flagsOf = (app: string): readonly string[] => (app === 'worker' ? workerFlags : nodeFlags);

/**
 * glibc keeps what was freed, once for each thread that asked, and after a while for blocks of any size. Few places, and
 * a size above which memory is always given back: compressing and rendering then leave nothing behind.
 */
export const allocator = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '262144',
};
