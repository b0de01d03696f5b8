import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { changeChannel } from './tell-changed.js';

const listen = `listen ${changeChannel}`;
const beatMs = 1000;
/** A line that is cut without a word (a cable, a firewall) is given up after so many beats without an answer. */
const mostUnanswered = 3;
const farewellMs = 500;

/** One connection that listens until it breaks. */
export class ChangeLine {
  private readonly client: pg.Client;
  private readonly end = Promise.withResolvers<void>();
  private beating: NodeJS.Timeout | undefined;
  private unanswered = 0;

  constructor(url: string, hear: (notice: string) => void) {
    this.client = new pg.Client({
      connectionString: url,
      application_name: 'tiwizi-changes',
      connectionTimeoutMillis: 3000,
      query_timeout: 3000,
      keepAlive: true,
    });
    this.client.on('notification', ({ payload = '' }) => hear(payload));
    this.client.once('end', this.end.resolve);
    this.client.on('error', () => this.end.resolve());
  }

  /** Resolves when nothing more will be heard. */
  get ended(): Promise<void> {
    return this.end.promise;
  }

  /** The driver never says what became of a connection that was closed while it was being made. */
  async open(): Promise<void> {
    const isOpen = await Promise.race([this.listen(), this.ended.then(() => false)]);
    if (!isOpen) throw new Error('the connection ended before it could listen');
    this.beating = setInterval(() => this.beat(), beatMs).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.beating);
    const farewell = this.client.end().catch(() => undefined);
    await Promise.race([farewell, sleep(farewellMs, undefined, { ref: false })]);
    this.cut();
  }

  private async listen(): Promise<boolean> {
    await this.client.connect();
    await this.client.query(listen);
    return true;
  }

  private beat(): void {
    if (this.unanswered >= mostUnanswered) return this.cut();
    this.unanswered += 1;
    if (this.unanswered > 1) return;
    // Said again it changes nothing, and is the very thing this line is for.
    this.client.query(listen).then(
      () => (this.unanswered = 0),
      () => undefined,
    );
  }

  /** Whoever does not answer holds nothing open on our side. */
  private cut(): void {
    clearInterval(this.beating);
    this.client.connection.stream.destroy();
    this.end.resolve();
  }
}
