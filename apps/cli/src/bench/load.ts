import autocannon from 'autocannon';
import { request as send, Agent } from 'node:http';
import { Latencies } from './latencies.js';
import { cpuMs, type Server } from './processes.js';
import type { Row } from './report.js';

export interface Load {
  scenario: string;
  products: number;
  connections: number;
  seconds: number;
  limit: string | null;
  /** Whose processor time is counted. */
  servers: readonly Server[];
}

type Measured = Omit<Row, 'ratio'>;

/** Reads: as many as the server answers, over these paths in turn. */
export async function readLoad(
  load: Load,
  url: string,
  paths: readonly string[],
  method: 'GET' | 'POST' = 'GET',
  bodies?: readonly string[],
  headers: Record<string, string> = {},
): Promise<Measured> {
  const requests = paths.map((path, index) => ({
    method,
    path,
    headers: { ...headers, ...(bodies && { 'content-type': 'application/json' }) },
    ...(bodies && { body: bodies[index] }),
  }));
  const run = (seconds: number, latencies?: Latencies) =>
    new Promise<{ bad: number; total: number; seconds: number }>((done, failed) => {
      const instance = autocannon(
        { url, connections: load.connections, duration: seconds, requests },
        (error, result) => {
          if (error) failed(error);
          else
            done({
              bad: result.non2xx + result.errors + result.timeouts,
              total: result.requests.total,
              seconds: result.duration,
            });
        },
      );
      if (latencies) instance.on('response', (_client, _status, _bytes, time) => latencies.add(time));
    });
  await run(2);
  const latencies = new Latencies();
  const before = cpuMs(load.servers);
  const { bad, total, seconds } = await run(load.seconds, latencies);
  if (bad) throw new Error(`${load.scenario}: ${bad} of ${total} answers were not as asked`);
  return row(load, total, seconds, cpuMs(load.servers) - before, latencies);
}

export interface Answer {
  status: number;
  body: unknown;
}

/** One connection that a visitor keeps. */
export class Connection {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly url: string) {}

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const { status, text } = await this.exchange(method, path, body, headers);
    return { status, body: text ? JSON.parse(text) : null };
  }

  /** A page as this visitor sees it. */
  async page(path: string, cookie: string): Promise<void> {
    const { status } = await this.exchange('GET', path, undefined, { cookie });
    if (status !== 200) throw new Error(`${path}: ${status}`);
  }

  private exchange(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<{ status: number; text: string }> {
    const content = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((done, failed) => {
      const options = {
        method,
        agent: this.agent,
        headers: {
          ...headers,
          ...(content && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }),
        },
      };
      const request = send(this.url + path, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      });
      request.once('error', failed);
      request.end(content);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Work of several steps: each connection does one after the other, for so many seconds. */
export async function flowLoad(
  load: Load,
  url: string,
  work: (connection: Connection) => Promise<void>,
): Promise<Measured> {
  const run = async (seconds: number, latencies: Latencies) => {
    const end = performance.now() + seconds * 1000;
    const visitor = async () => {
      const connection = new Connection(url);
      while (performance.now() < end) {
        const started = performance.now();
        await work(connection);
        latencies.add(performance.now() - started);
      }
      connection.close();
    };
    await Promise.all(Array.from({ length: load.connections }, visitor));
  };
  await run(1.5, new Latencies());
  const latencies = new Latencies();
  const [before, started] = [cpuMs(load.servers), performance.now()];
  await run(load.seconds, latencies);
  return row(load, latencies.count, (performance.now() - started) / 1000, cpuMs(load.servers) - before, latencies);
}

function row(
  { scenario, products, connections, limit }: Load,
  count: number,
  seconds: number,
  cpu: number,
  latencies: Latencies,
): Measured {
  return {
    scenario,
    products,
    connections,
    perSecond: count / seconds,
    ...latencies.percentiles(),
    cpuMsPerRequest: cpu / Math.max(1, count),
    limit,
  };
}
