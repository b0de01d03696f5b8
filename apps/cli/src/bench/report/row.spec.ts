import { besideLimits, medianOf, type Row } from './row.js';
import { markdownTable, table } from './table.js';

const row = (changes: Partial<Row>): Row => ({
  scenario: 'list',
  products: 10_000,
  connections: 16,
  perSecond: 100,
  p50Ms: 1,
  p95Ms: 2,
  p99Ms: 3,
  cpuMsPerRequest: 0.5,
  cpuMs: { api: 0.4, postgres: 0.1 },
  unmeantShare: 0,
  limit: null,
  ratio: null,
  runs: 1,
  apiMb: 200,
  workerMb: 100,
  ...changes,
});

describe('what was measured', () => {
  it('is the middle of its runs, number by number', () => {
    const runs = [
      row({ perSecond: 300, cpuMs: { api: 3 } }),
      row({ perSecond: 100, cpuMs: { api: 1 } }),
      row({ perSecond: 200, cpuMs: { api: 2 } }),
    ];
    expect(medianOf(runs)).toMatchObject({ perSecond: 200, cpuMs: { api: 2 }, runs: 3 });
  });

  it('stands beside its limit where that was measured too', () => {
    const rows = [row({ scenario: 'bare', perSecond: 200 }), row({ limit: 'bare' }), row({ limit: 'not measured' })];
    expect(besideLimits(rows).map(({ ratio }) => ratio)).toEqual([null, 0.5, null]);
  });

  it('says which answers came from elsewhere', () => {
    expect(table([row({ scenario: 'search', unmeantShare: 0.041 })])).toContain('search (5 % by PostgreSQL)');
    expect(markdownTable([row({})]).split('\n')).toHaveLength(3);
  });
});
