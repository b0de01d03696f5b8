import autocannon, { type Request } from 'autocannon';
import { Latencies } from './latencies.js';
import { measured, type Load, type Measured } from './measured.js';

export type Ask = Omit<Request, 'method'> & { method?: string };

/** As many as the server answers. Every connection asks for things of its own: no two ask for the same at once. */
export async function readLoad(
  load: Load,
  url: string,
  asks: readonly Ask[],
  isMeant?: (body: string) => boolean,
): Promise<Measured> {
  const requests = asks.map((ask): Request => ({ method: 'GET', ...ask }));
  const half = Math.floor(requests.length / 2);
  // The second half first: what is measured begins with what the warming up has not asked for.
  await run(load, url, [...requests.slice(half), ...requests.slice(0, half)], load.warmSeconds);
  const latencies = new Latencies();
  const before = load.meter.read();
  const { bad, total, seconds, unmeant } = await run(load, url, requests, load.seconds, { latencies, isMeant });
  const cpu = load.meter.since(before);
  if (bad) throw new Error(`${load.scenario}: ${bad} of ${total} answers were not as asked`);
  return { ...measured(load, { count: total, seconds, cpu, latencies }), unmeantShare: unmeant / Math.max(1, total) };
}

interface Run {
  bad: number;
  total: number;
  seconds: number;
  unmeant: number;
}

interface Watch {
  latencies?: Latencies;
  isMeant?: ((body: string) => boolean) | undefined;
}

function run(
  load: Load,
  url: string,
  requests: Request[],
  seconds: number,
  { latencies, isMeant: verifyBody }: Watch = {},
): Promise<Run> {
  const { connections } = load;
  const share = Math.max(1, Math.floor(requests.length / connections));
  let opened = 0;
  return new Promise((done, failed) => {
    const setupClient = (client: { setRequests(requests: Request[]): void }) => {
      const start = (opened++ * share) % requests.length;
      client.setRequests(requests.slice(start, start + share));
    };
    const instance = autocannon({ url, connections, duration: seconds, setupClient, verifyBody }, (error, result) => {
      if (error) return failed(error);
      const bad = result.non2xx + result.errors + result.timeouts;
      done({ bad, total: result.requests.total, seconds: result.duration, unmeant: result.mismatches });
    });
    if (latencies) instance.on('response', (_client, _status, _bytes, time) => latencies.add(time));
  });
}
