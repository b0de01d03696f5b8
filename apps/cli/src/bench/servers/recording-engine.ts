import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorded {
  method: string;
  path: string;
  body: string;
}

/** Stands before the search engine, passes everything on, and keeps what it was asked to find. */
export class RecordingEngine {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server = createServer((request, response) => {
    this.pass(request, response).catch(() => response.destroy());
  });
  private recorded: Recorded[] = [];

  private constructor(private readonly engineUrl: string) {}

  static async before(engineUrl: string): Promise<RecordingEngine> {
    const engine = new RecordingEngine(engineUrl);
    await new Promise<void>((done) => engine.server.listen(0, '127.0.0.1', done));
    return engine;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What was asked since the last time, in the order it came. */
  taken(): Recorded[] {
    const { recorded } = this;
    this.recorded = [];
    return recorded;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
    this.agent.destroy();
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (method === 'POST' && /\/(multi-search|search)$/.test(path))
      this.recorded.push({ method, path, body: body.toString() });
    const onward = send(this.engineUrl + path, { method, headers, agent: this.agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    onward.end(body);
  }
}
