import { costPlot } from './cost-plot.js';
import type { Row } from './row.js';

const at = (scenario: string, products: number, cpuMsPerRequest: number): Row => ({
  scenario,
  products,
  connections: 16,
  perSecond: 100,
  p50Ms: 1,
  p95Ms: 2,
  p99Ms: 3,
  cpuMsPerRequest,
  cpuMs: {},
  unmeantShare: 0,
  limit: null,
  ratio: null,
  runs: 3,
  apiMb: 200,
  workerMb: 100,
});

const labelHeights = (svg: string) =>
  [...svg.matchAll(/class="name" x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => Number(y));

describe('the plot of cost against size', () => {
  it('draws a line for each scenario and a mark for each size, also where sizes are missing', () => {
    const svg = costPlot(
      [at('list', 10_000, 0.1), at('list', 1_300_000, 0.1), at('search', 10_000, 4)],
      ['list', 'search'],
    );
    expect(svg.match(/class="line"/g)).toHaveLength(2);
    expect(svg).toContain('>1,300,000<');
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('is drawn for one size, and for a cost too small to be seen', () => {
    const svg = costPlot([at('list', 10_000, 0)], ['list', 'not measured']);
    expect(svg.match(/class="dot"/g)).toHaveLength(1);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('keeps the names apart, whatever lies close together', () => {
    const names = Array.from({ length: 12 }, (_, place) => `scenario${place}`);
    const heights = labelHeights(
      costPlot(
        names.map((name) => at(name, 10_000, 1)),
        names,
      ),
    ).sort((a, b) => a - b);
    const gaps = heights.slice(1).map((height, place) => height - (heights[place] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(16);
  });
});
