/** Where to go back to, if it is a path of ours: `//elsewhere` and `/\elsewhere` would leave the site. */
export const ownPath = (asked: string, otherwise: string): string =>
  /^\/(?![/\\])[^\s\\]*$/.test(asked) ? asked : otherwise;
