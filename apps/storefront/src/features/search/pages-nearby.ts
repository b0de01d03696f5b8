/** The ends, the current page and its neighbours; `null` where pages are left out. */
export function nearby(page: number, pageCount: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pageCount].filter((one) => one >= 1 && one <= pageCount);
  const pages = [...new Set(wanted)].sort((a, b) => a - b);
  return pages.flatMap((one, position) => {
    const before = pages[position - 1];
    return before !== undefined && one - before > 1 ? [null, one] : [one];
  });
}
