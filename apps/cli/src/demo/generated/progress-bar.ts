import type { Say } from '../seed-demo.js';

const barLength = 24;
const pauseMs = 10_000;

/** How far a long piece of work is: one line that grows for a person, one now and then for a log. */
export class ProgressBar {
  private readonly startedAt = Date.now();
  private saidAt = Date.now();

  constructor(
    private readonly what: string,
    private readonly say: Say,
    private readonly screen: { isTTY?: boolean; write(text: string): unknown } = process.stdout,
  ) {}

  show(done: number, total: number): void {
    const isEnd = done >= total;
    if (this.screen.isTTY) {
      this.screen.write(`\r\u001b[K${this.line(done, total)}${isEnd ? '\n' : ''}`);
    } else if (isEnd || Date.now() - this.saidAt >= pauseMs) {
      this.saidAt = Date.now();
      this.say(this.line(done, total));
    }
  }

  private line(done: number, total: number): string {
    const filled = total ? Math.round((barLength * done) / total) : barLength;
    const seconds = Math.max(0.001, (Date.now() - this.startedAt) / 1000);
    const speed = done / seconds;
    const left = done >= total ? `${inMinutes(seconds)}` : `${inMinutes((total - done) / Math.max(speed, 0.001))} left`;
    const bar = '#'.repeat(filled).padEnd(barLength, '.');
    return `  [${bar}] ${grouped(done)} of ${grouped(total)} ${this.what}, ${grouped(Math.round(speed))}/s, ${left}`;
  }
}

const grouped = (number: number): string => number.toLocaleString('en');

const inMinutes = (seconds: number): string =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
