import type { CpuMs } from '../servers/meter.js';

/** One line of the measurement; `limit` is what the same machine does at best in the same run, `ratio` how near we come. */
export interface Row {
  scenario: string;
  products: number;
  connections: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** Processor time of everything that serves one request: our processes and both engines. */
  cpuMsPerRequest: number;
  /** The same, by process. */
  cpuMs: CpuMs;
  /** Answers that came, but not from where they are measured: PostgreSQL's while the search engine does not keep up. */
  unmeantShare: number;
  limit: string | null;
  ratio: number | null;
  /** How often it was measured; each number is the one in the middle. */
  runs: number;
  /** Memory in use just after it. */
  apiMb: number;
  workerMb: number;
}

/** Each of our rows beside the limit it is measured against. */
export function besideLimits(rows: readonly Row[]): Row[] {
  const byName = new Map(rows.map((row) => [row.scenario, row]));
  return rows.map((row) => {
    const limit = row.limit ? byName.get(row.limit) : undefined;
    return limit ? { ...row, ratio: row.perSecond / limit.perSecond } : row;
  });
}

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};

/** One row of several runs of a scenario: of each number the one in the middle. */
export function medianOf(runs: readonly Row[]): Row {
  const [first] = runs;
  if (!first) throw new Error('nothing was measured');
  const of = (read: (row: Row) => number) => middle(runs.map(read));
  const parts = Object.keys(first.cpuMs) as (keyof CpuMs)[];
  return {
    ...first,
    perSecond: of(({ perSecond }) => perSecond),
    p50Ms: of(({ p50Ms }) => p50Ms),
    p95Ms: of(({ p95Ms }) => p95Ms),
    p99Ms: of(({ p99Ms }) => p99Ms),
    cpuMsPerRequest: of(({ cpuMsPerRequest }) => cpuMsPerRequest),
    cpuMs: Object.fromEntries(parts.map((part) => [part, of(({ cpuMs }) => cpuMs[part] ?? 0)])),
    unmeantShare: of(({ unmeantShare }) => unmeantShare),
    apiMb: of(({ apiMb }) => apiMb),
    workerMb: of(({ workerMb }) => workerMb),
    runs: runs.length,
  };
}
