/** The part of autocannon that the measurements use; the package brings no types. */
declare module 'autocannon' {
  interface Request {
    method: string;
    path: string;
    body?: string | undefined;
    headers?: Record<string, string>;
  }
  interface Client {
    setRequests(requests: Request[]): void;
  }
  interface Options {
    url: string;
    connections: number;
    duration: number;
    /** Called for each connection before it is opened. */
    setupClient(client: Client): void;
    /** Whether an answer is the one that was meant; others are counted as mismatches. */
    verifyBody?: ((body: string) => boolean) | undefined;
  }
  interface Result {
    non2xx: number;
    errors: number;
    timeouts: number;
    mismatches: number;
    duration: number;
    requests: { total: number };
  }
  interface Instance {
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): void;
  }
  export default function autocannon(options: Options, done: (error: Error | null, result: Result) => void): Instance;
}
