import { Connection } from './connection.js';
import { Latencies } from './latencies.js';
import { measured, type Load, type Measured } from './measured.js';

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
  await run(load.warmSeconds, new Latencies());
  const latencies = new Latencies();
  const [before, started] = [load.meter.read(), performance.now()];
  await run(load.seconds, latencies);
  const seconds = (performance.now() - started) / 1000;
  return measured(load, { count: latencies.count, seconds, cpu: load.meter.since(before), latencies });
}
