/** A motif on the stitch grid: `repeat` stitches wide, `rows` high; 0 is the ground, 1 to 3 an ink. */
export interface Motif {
  readonly repeat: number;
  readonly rows: number;
  readonly inkAt: (x: number, y: number) => number;
}

const fromMiddle = (value: number, size: number): number => Math.abs(value - (size - 1) / 2);

/** Narrow bands between the large ones. */
export const rules: readonly [Motif, ...Motif[]] = [
  { repeat: 2, rows: 1, inkAt: () => 1 },
  { repeat: 4, rows: 2, inkAt: (x, y) => (((x >> 1) + y) % 2) + 1 },
  { repeat: 4, rows: 4, inkAt: (x, y) => (((x >> 1) + (y >> 1)) % 2 ? 1 : 3) },
  { repeat: 6, rows: 3, inkAt: (x, y) => (fromMiddle(x, 6) - 0.5 <= y ? 2 : 0) },
];

/** Large bands. The rings are inks from the heart outwards, so that two seeds seldom weave the same lozenge. */
export const lozenge = (size: number, rings: readonly number[]): Motif => ({
  repeat: size,
  rows: size,
  inkAt: (x, y) => rings[Math.floor((fromMiddle(x, size) + fromMiddle(y, size)) / 2)] ?? 0,
});

export const chevrons = (inks: readonly number[]): Motif => ({
  repeat: 12,
  rows: 9,
  inkAt: (x, y) => inks[y - Math.floor(fromMiddle(x, 12))] ?? 0,
});

export const triangles: Motif = {
  repeat: 12,
  rows: 6,
  inkAt: (x, y) => {
    const reach = y - Math.floor(fromMiddle(x, 12));
    return reach < 0 ? 0 : reach < 3 ? 2 : 3;
  },
};

export const combs: Motif = {
  repeat: 12,
  rows: 7,
  inkAt: (x, y) => {
    if (x === 11) return 0;
    if (y === 3) return 2;
    return x % 2 === 1 && fromMiddle(x, 11) / 2 + Math.abs(y - 3) < 5 ? 2 : 0;
  },
};

export const crosses: Motif = {
  repeat: 12,
  rows: 11,
  inkAt: (x, y) => {
    const [across, down] = [Math.abs((x % 12) - 6), Math.abs(y - 5)];
    if (across + down < 2) return 3;
    if (across === down || across === down + 1) return 1;
    return down === 0 && across > 4 ? 2 : 0;
  },
};

/**
 * The stitches of one ink as lines to stroke one stitch wide: half the weight of squares. Half a stitch down,
 * because a line is stroked on both its sides.
 */
export function stitchPath(motif: Motif, ink: number, columns = motif.repeat, rows = motif.rows): string {
  const lines: string[] = [];
  for (let y = 0; y < rows; y += 1) {
    let pen: number | undefined;
    for (let x = 0; x < columns; x += 1) {
      const start = x;
      while (x < columns && motif.inkAt(x, y) === ink) x += 1;
      if (x === start) continue;
      lines.push(`${pen === undefined ? `M${start} ${y}.5` : `m${start - pen} 0`}h${x - start}`);
      pen = x;
    }
  }
  return lines.join('');
}

/** Every ink of a motif in its colour; `turn` passes the three colours round. */
export function stitchesIn(
  motif: Motif,
  colours: readonly [string, string, string],
  turn: number,
  columns = motif.repeat,
  rows = motif.rows,
): string {
  return [1, 2, 3]
    .map((ink) => ({ d: stitchPath(motif, ink, columns, rows), colour: colours[(ink + turn) % 3] ?? colours[0] }))
    .filter(({ d }) => d !== '')
    .map(({ d, colour }) => `<path d="${d}" stroke="${colour}"/>`)
    .join('');
}
