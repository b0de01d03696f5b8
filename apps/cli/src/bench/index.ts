import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '@tiwizi/persistence';
import type { Settings } from '@tiwizi/settings';
import { writeFileSync } from 'node:fs';
import { Random } from './material/random.js';
import { readOptions } from './options.js';
import { prepareCatalogue } from './prepare/catalogue.js';
import { openPlace } from './prepare/open-place.js';
import { refuseForeignMarketplace } from './prepare/own-database.js';
import type { Say } from './prepare/say.js';
import { besideLimits, medianOf, type Row } from './report/row.js';
import { table } from './report/table.js';
import { scenarios, wantedScenarios, type Place } from './scenarios/index.js';
import { residentMb } from './servers/meter.js';

/** Measures the hot paths beside their limits in one run, on a database of its own. */
export async function bench(
  app: NestFastifyApplication,
  settings: Settings,
  args: string[],
  say: Say,
): Promise<number> {
  const options = readOptions(args);
  const wanted = wantedScenarios(options.only);
  await refuseForeignMarketplace(app.get(Database, { strict: false }), settings, options.isForced);
  say(`${options.products} products …`);
  await prepareCatalogue(app, settings, options.products, say);
  const { place, close } = await openPlace(app, settings, options, say);
  try {
    const runs = new Map<string, Row[]>(wanted.map((name) => [name, []]));
    for (let round = 1; round <= options.rounds; round += 1) {
      // Every round in another order: what comes before must not matter, and does not in the middle of three.
      const order = new Random(round).shuffled(wanted);
      for (const [number, name] of order.entries()) {
        say(`round ${round} of ${options.rounds}, ${number + 1} of ${order.length}: ${name} …`);
        const row = await measure(name, place);
        if (row) runs.get(name)?.push(row);
        else say(`  ${name} is not to be had here`);
      }
    }
    const rows = besideLimits([...runs.values()].filter((list) => list.length).map(medianOf));
    say(`\n${options.products} products\n${table(rows)}\n`);
    say(`cold start of the api ${Math.round(place.api.startMs)} ms`);
    say(`memory after the load: api ${memoryOf(place).apiMb} MB, worker ${memoryOf(place).workerMb} MB`);
    if (options.json) writeFileSync(options.json, JSON.stringify(rows, null, 2));
    return 0;
  } finally {
    await close();
  }
}

async function measure(name: string, place: Place): Promise<Row | null> {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`no scenario is named ${name}`);
  const { products, seconds, warmSeconds, meter } = place;
  const { limit, connections } = scenario;
  const load = { scenario: name, products, connections, seconds, warmSeconds, limit, meter };
  const measured = await scenario.run(place, load);
  return measured && { ...measured, ...memoryOf(place), ratio: null, runs: 1 };
}

const memoryOf = ({ api, worker }: Place) => ({
  apiMb: residentMb(api.process.pid),
  workerMb: residentMb(worker.process.pid),
});
