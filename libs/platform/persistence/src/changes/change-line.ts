import pg from 'pg';
import { changeChannel } from './tell-changed.js';

const listen = `listen ${changeChannel}`;
const beatMs = 1000;
/** A line that is cut without a word (a cable, a firewall) is given up after so many beats without an answer. */
const mostUnanswered = 3;

/** One connection that listens until it breaks. */
export class ChangeLine {
  /** Resolves when nothing more will be heard. */
  readonly ended: Promise<void>;
  private readonly client: pg.Client;
  private beating: NodeJS.Timeout | undefined;
  private unanswered = 0;

  constructor(url: string, hear: (notice: string) => void) {
    this.client = new pg.Client({
      connectionString: url,
      application_name: 'tiwizi-changes',
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    });
    this.client.on('notification', ({ payload = '' }) => hear(payload));
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.client.once('end', resolve);
    this.client.on('error', () => resolve());
  }

  async open(): Promise<void> {
    await this.client.connect();
    await this.client.query(listen);
    this.beating = setInterval(() => this.beat(), beatMs).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.beating);
    if (this.unanswered >= mostUnanswered) return this.cut();
    await this.client.end().catch(() => undefined);
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

  /** Without a farewell, for which nobody is there. */
  private cut(): void {
    clearInterval(this.beating);
    this.client.connection.stream.destroy();
  }
}
