import type { Part } from '../servers/meter.js';
import type { Row } from './row.js';

interface Column {
  title: string;
  isText?: boolean;
  show(row: Row): string;
}

const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value >= 100 ? String(Math.round(value)) : value.toFixed(2);
const cpu =
  (part: Part) =>
  ({ cpuMs }: Row): string =>
    number(cpuMs[part]);
const percent = (ratio: number | null): string => (ratio === null ? '–' : `${Math.round(ratio * 100)} %`);

/** A search that PostgreSQL had to answer is not what was to be measured. */
const nameOf = ({ scenario, unmeantShare }: Row): string =>
  unmeantShare > 0 ? `${scenario} (${Math.ceil(unmeantShare * 100)} % by PostgreSQL)` : scenario;

export const columns: readonly Column[] = [
  { title: 'scenario', isText: true, show: nameOf },
  { title: 'conn.', show: ({ connections }) => String(connections) },
  { title: '/s', show: ({ perSecond }) => number(perSecond) },
  { title: 'p50 ms', show: ({ p50Ms }) => number(p50Ms) },
  { title: 'p95 ms', show: ({ p95Ms }) => number(p95Ms) },
  { title: 'p99 ms', show: ({ p99Ms }) => number(p99Ms) },
  { title: 'CPU ms', show: ({ cpuMsPerRequest }) => number(cpuMsPerRequest) },
  { title: 'api', show: cpu('api') },
  { title: 'worker', show: cpu('worker') },
  { title: 'PostgreSQL', show: cpu('postgres') },
  { title: 'Meilisearch', show: cpu('meilisearch') },
  { title: 'limit', isText: true, show: ({ limit }) => limit ?? '–' },
  { title: 'ratio', show: ({ ratio }) => percent(ratio) },
  { title: 'api MB', show: ({ apiMb }) => number(apiMb) },
  { title: 'worker MB', show: ({ workerMb }) => number(workerMb) },
];

/** For a terminal. */
export function table(rows: readonly Row[]): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ show }) => show(row)))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const pad = (cell: string, index: number) =>
    columns[index]?.isText ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

/** The same for a document. */
export function markdownTable(rows: readonly Row[]): string {
  const head = columns.map(({ title }) => title);
  const rule = columns.map(({ isText }) => (isText ? '---' : '--:'));
  const cells = rows.map((row) => columns.map(({ show }) => show(row)));
  return [head, rule, ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
