import { Agent, request as send, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  status: number;
  body: unknown;
}

interface Exchanged {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** One connection that a visitor keeps. */
export class Connection {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly url: string) {}

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const { status, text } = await this.exchange(method, path, body, headers);
    return { status, body: text ? JSON.parse(text) : null };
  }

  /** What is asked, or an error that shows what came instead. */
  async good<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const answer = await this.ask(method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  exchange(
    method: string,
    path: string,
    body: unknown = undefined,
    headers: Record<string, string> = {},
  ): Promise<Exchanged> {
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
        response.once('error', failed);
        response.on('end', () => {
          const { statusCode: status = 0, headers: received } = response;
          done({ status, headers: received, text: Buffer.concat(chunks).toString() });
        });
      });
      request.once('error', failed);
      request.end(content);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** The cookies of somebody who has signed in. */
export async function signIn(url: string, identifier: string, password: string): Promise<string> {
  const connection = new Connection(url);
  try {
    const { status, headers, text } = await connection.exchange('POST', '/api/v1/auth/login', { identifier, password });
    if (status !== 200) throw new Error(`${identifier} cannot sign in: ${status} ${text}`);
    return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
  } finally {
    connection.close();
  }
}
