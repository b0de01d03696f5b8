import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '@tiwizi/settings';
import { Connection } from '../load/connection.js';
import type { EngineWork, SearchKind } from '../scenarios/place.js';
import { RecordingEngine, type Recorded } from '../servers/recording-engine.js';
import { startServer } from '../servers/start-server.js';

const mostTries = 8;
/** The memory of the api and its pause for the engine are over then. */
const pauseMs = 2_200;

/**
 * What our search sends to the engine for these questions, word for word: an api of its own asks through a recorder.
 * However the search is planned, the limit is the engine at the same work.
 */
export async function recordEngineWork(
  settings: Settings,
  env: NodeJS.ProcessEnv,
  asked: Partial<Record<SearchKind, readonly string[] | null>>,
): Promise<Partial<Record<SearchKind, EngineWork>>> {
  const recorder = await RecordingEngine.before(settings.meiliUrl);
  const api = await startServer({
    file: 'api/dist/main.js',
    env: { ...env, MEILI_URL: recorder.url },
    readyPath: '/health/live',
  });
  const connection = new Connection(api.url);
  const headers = { authorization: `Bearer ${settings.meiliKey}`, 'content-type': 'application/json' };
  try {
    const work: Partial<Record<SearchKind, EngineWork>> = {};
    for (const [kind, paths] of Object.entries(asked)) {
      if (!paths?.length) continue;
      const asks: EngineWork['asks'] = [];
      for (const path of paths) {
        const questions = await questionsOf(path, connection, recorder);
        asks.push(...questions.map((question) => ({ ...question, headers })));
      }
      work[kind as SearchKind] = { asks, searches: paths.length };
    }
    return work;
  } finally {
    connection.close();
    await api.stop();
    await recorder.close();
  }
}

/** On a busy machine the api may give the engine a pause: it is asked again after it. */
async function questionsOf(path: string, connection: Connection, recorder: RecordingEngine): Promise<Recorded[]> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    recorder.taken();
    const { status, text } = await connection.exchange('GET', path);
    const questions = recorder.taken();
    const isByEngine = questions.length > 0 || text.includes('"isFallback":false') || tries > 1;
    if (status === 200 && isByEngine && !text.includes('"isFallback":true')) return questions;
    await sleep(pauseMs);
  }
  throw new Error(`the search engine does not keep up with one question at a time: ${path}`);
}
