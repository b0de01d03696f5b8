/** Only a path of ours: `//elsewhere` and `/\elsewhere` would leave the site. */
export const safePath = (value: unknown): string | null =>
  typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : null;
