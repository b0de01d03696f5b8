/** Where to go back to, if it is a path of ours: `//elsewhere` and `/\elsewhere` would leave the site. */
export const ownPath = (asked: unknown, otherwise: string): string =>
  typeof asked === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(asked) ? asked : otherwise;
