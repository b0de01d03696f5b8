/** One line of the measurement; `limit` is what the same machine does at best in the same run, `ratio` how near we come. */
export interface Row {
  scenario: string;
  products: number;
  connections: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** Processor time of the server for one request, all its processes together. */
  cpuMsPerRequest: number;
  limit: string | null;
  ratio: number | null;
}

const columns: [keyof Row, string][] = [
  ['scenario', 'scenario'],
  ['connections', 'conn.'],
  ['perSecond', '/s'],
  ['p50Ms', 'p50 ms'],
  ['p95Ms', 'p95 ms'],
  ['p99Ms', 'p99 ms'],
  ['cpuMsPerRequest', 'CPU ms'],
  ['limit', 'limit'],
  ['ratio', 'ratio'],
];

export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => columns.map(([key]) => show(row[key])));
  const lines = [columns.map(([, title]) => title), ...cells];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, index) =>
          index === 0 || index === 7 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

function show(value: Row[keyof Row]): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  return value >= 100 ? String(Math.round(value)) : value.toFixed(2);
}

/** Each of our rows beside the limit it is measured against. */
export function besideLimits(rows: Row[]): Row[] {
  const byName = new Map(rows.map((row) => [row.scenario, row]));
  return rows.map((row) => {
    const limit = row.limit ? byName.get(row.limit) : undefined;
    return limit ? { ...row, ratio: row.perSecond / limit.perSecond } : row;
  });
}
