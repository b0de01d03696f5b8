export const mostBytes = 10 * 1024 * 1024;
export const mostPixels = 50_000_000;
/** Widths a page chooses from; a picture narrower than one of them is never enlarged. */
export const renditionWidths = [320, 480, 640, 960, 1280] as const;
/** A strip of paper photographed whole stays a picture one can scroll past. */
export const mostHeight = 1920;
