/** Young objects of a page or a query die young: a small nursery and a firm limit keep a process within its memory. */
export const nodeFlags = ['--max-semi-space-size=16', '--max-old-space-size=256'];

/**
 * glibc keeps what was freed, once for each thread that asked, and after a while for blocks of any size. Few places, and
 * a size above which memory is always given back: compressing and rendering then leave nothing behind.
 */
export const allocator = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '262144',
};
