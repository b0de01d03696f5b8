import 'reflect-metadata';
import { EventRunner, ProcessLog } from '@tiwizi/events';
import { SearchApi } from '@tiwizi/search';
import { readSettings } from '@tiwizi/settings';
import { startWorker } from './start-worker.js';

const settings = readSettings(process.env);
const app = await startWorker(settings);
await app.get(EventRunner).start();
// The shop works without the index; a task of every minute tries again.
void app
  .get(SearchApi, { strict: false })
  .ensureIndex()
  .catch((error: unknown) => app.get(ProcessLog).warn({ err: error }, 'the search index is not ready'));
if (settings.metricsPort !== null) await app.listen(settings.metricsPort, settings.host);
