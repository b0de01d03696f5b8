/** At most one decimal, and none when it is zero: half the weight of a picture is digits. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);

export type Point = readonly [number, number];

export const polar = (radius: number, degrees: number, [x, y]: Point = [0, 0]): Point => [
  x + radius * Math.cos((degrees * Math.PI) / 180),
  y + radius * Math.sin((degrees * Math.PI) / 180),
];

export const polygon = (points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}z`;

/** A star of `tips` points, its first tip to the right. */
export const star = (tips: number, outer: number, inner: number, centre: Point = [0, 0]): string =>
  polygon(Array.from({ length: tips * 2 }, (_, k) => polar(k % 2 ? inner : outer, (k * 180) / tips, centre)));

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}"${more}/>`;

export const svg = (width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}" width="${short(width)}" height="${short(height)}">${content}</svg>`;
