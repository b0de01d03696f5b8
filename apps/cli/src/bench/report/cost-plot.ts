import type { Row } from './row.js';

const [width, height] = [820, 500];
const frame = { left: 64, right: 620, top: 64, bottom: 440 };
const leastGap = 17;
const leastCost = 0.01;
/** Told apart in daylight, at night, and by most who see colours otherwise. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b8860b', '#56a0d3', '#8c6bb1', '#7f7f7f'];
const dashes = ['', '7 3', '2 3'];

interface Line {
  name: string;
  points: { products: number; cost: number }[];
}

/** Processor time per request against the size of the catalogue, both in powers of ten: what is level does not grow. */
export function costPlot(rows: readonly Row[], shown: readonly string[]): string {
  const lines = linesOf(rows, shown);
  const sizes = [...new Set(lines.flatMap(({ points }) => points.map(({ products }) => products)))].sort(
    (a, b) => a - b,
  );
  const costs = lines.flatMap(({ points }) => points.map(({ cost }) => cost));
  const x = scale(sizes.length > 1 ? sizes : [(sizes[0] ?? 1) / 3, (sizes[0] ?? 1) * 3], frame.left, frame.right - 24);
  const decades = wholeDecades(costs);
  const y = scale([decades[0] ?? leastCost, decades.at(-1) ?? 1], frame.bottom, frame.top);
  const title = 'Processor time per request against the size of the catalogue';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${title}</title>`,
    style,
    `<rect class="paper" width="${width}" height="${height}" rx="8"/>`,
    `<text class="title" x="${frame.left}" y="30">${title}</text>`,
    `<text class="quiet" x="${frame.left}" y="48">ms of api, worker, PostgreSQL and Meilisearch together; both axes in powers of ten</text>`,
    ...decades.map((cost) => gridLine(y(cost), String(cost))),
    ...sizes.map((size) => sizeMark(x(size), size)),
    `<text class="quiet" x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 42}" text-anchor="middle">products</text>`,
    ...drawn(lines, x, y),
    '</svg>',
    '',
  ].join('\n');
}

function linesOf(rows: readonly Row[], shown: readonly string[]): Line[] {
  return shown
    .map((name) => ({
      name,
      points: rows
        .filter(({ scenario }) => scenario === name)
        .map(({ products, cpuMsPerRequest }) => ({ products, cost: Math.max(leastCost, cpuMsPerRequest) }))
        .sort((a, b) => a.products - b.products),
    }))
    .filter(({ points }) => points.length);
}

function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  return (value) => from + ((Math.log10(value) - least) / (most - least || 1)) * (to - from);
}

function wholeDecades(costs: readonly number[]): number[] {
  const first = Math.floor(Math.log10(Math.min(...costs, 0.1)));
  const last = Math.ceil(Math.log10(Math.max(...costs, 1)));
  return Array.from({ length: last - first + 1 }, (_, step) => Number((10 ** (first + step)).toPrecision(1)));
}

const round = (value: number): number => Math.round(value * 10) / 10;

const gridLine = (y: number, label: string): string =>
  `<path class="grid" d="M${frame.left} ${round(y)}H${frame.right}"/><text class="quiet" x="${frame.left - 8}" y="${round(y + 4)}" text-anchor="end">${label}</text>`;

const sizeMark = (x: number, size: number): string =>
  `<path class="grid" d="M${round(x)} ${frame.top}V${frame.bottom}"/><text class="quiet" x="${round(x)}" y="${frame.bottom + 20}" text-anchor="middle">${size.toLocaleString('en')}</text>`;

function drawn(lines: readonly Line[], x: (size: number) => number, y: (cost: number) => number): string[] {
  const ends = lines.map(({ points }) => y(points.at(-1)?.cost ?? leastCost));
  const labels = spread(ends);
  return lines.map(({ name, points }, place) => {
    const colour = colours[place % colours.length];
    const dash = dashes[Math.floor(place / colours.length) % dashes.length];
    const at = points.map(({ products, cost }) => [round(x(products)), round(y(cost))] as const);
    const [endX = 0, endY = 0] = at.at(-1) ?? [];
    const label = round(labels[place] ?? endY);
    return [
      `<g style="--ink:${colour}">`,
      `<path class="line" d="M${at.map((point) => point.join(' ')).join('L')}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
      ...at.map(([cx, cy]) => `<circle class="dot" cx="${cx}" cy="${cy}" r="3.5"/>`),
      `<path class="lead" d="M${endX + 5} ${endY}L${frame.right + 6} ${label}"/>`,
      `<text class="name" x="${frame.right + 10}" y="${label + 4}">${name}</text>`,
      '</g>',
    ].join('');
  });
}

/** Names beside their lines' ends, moved apart until each can be read. */
function spread(wanted: readonly number[]): number[] {
  const order = wanted.map((y, place) => ({ y, place })).sort((a, b) => a.y - b.y);
  let above = frame.top - leastGap;
  for (const label of order) above = label.y = Math.max(label.y, above + leastGap);
  let below = frame.bottom + 2 * leastGap;
  for (const label of [...order].reverse()) below = label.y = Math.min(label.y, below - leastGap);
  const placed = [...wanted];
  for (const { y, place } of order) placed[place] = y;
  return placed;
}

const style = `<style>
  .paper { fill: #fffdf9; } text { fill: #2b2622; font: 13px system-ui, sans-serif; }
  .title { font-size: 16px; font-weight: 600; } .quiet { fill: #6b625b; font-size: 12px; }
  .grid { stroke: #d9d2ca; stroke-width: 1; fill: none; }
  .line { stroke: var(--ink); stroke-width: 2; fill: none; } .dot { fill: var(--ink); }
  .lead { stroke: var(--ink); stroke-width: 1; fill: none; opacity: 0.5; } .name { fill: var(--ink); font-weight: 600; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #1e1b19; } text { fill: #efe9e2; } .quiet { fill: #b3a89e; } .grid { stroke: #423b36; }
    .name, .line, .dot, .lead { filter: brightness(1.35); }
  }
</style>`;
