import type { CpuMs, Meter } from '../servers/meter.js';
import type { Row } from '../report/row.js';
import type { Latencies } from './latencies.js';

export interface Load {
  scenario: string;
  products: number;
  connections: number;
  seconds: number;
  warmSeconds: number;
  limit: string | null;
  /** Whose processor time is counted. */
  meter: Meter;
}

export type Measured = Pick<
  Row,
  | 'scenario'
  | 'products'
  | 'connections'
  | 'perSecond'
  | 'p50Ms'
  | 'p95Ms'
  | 'p99Ms'
  | 'cpuMsPerRequest'
  | 'cpuMs'
  | 'limit'
  | 'unmeantShare'
>;

interface Counted {
  count: number;
  seconds: number;
  cpu: CpuMs;
  latencies: Latencies;
}

export function measured(load: Load, { count, seconds, cpu, latencies }: Counted): Measured {
  const { scenario, products, connections, limit } = load;
  const each = Object.entries(cpu).map(([part, ms]) => [part, ms / Math.max(1, count)] as const);
  return {
    scenario,
    products,
    connections,
    perSecond: count / seconds,
    ...latencies.percentiles(),
    cpuMsPerRequest: each.reduce((sum, [, ms]) => sum + ms, 0),
    cpuMs: Object.fromEntries(each),
    limit,
    unmeantShare: 0,
  };
}
