import 'reflect-metadata';
import { EventRunner } from '@tiwizi/events';
import { readSettings } from '@tiwizi/settings';
import { startWorker } from './start-worker.js';

const settings = readSettings(process.env);
const app = await startWorker(settings);
await app.get(EventRunner).start();
if (settings.metricsPort !== null) await app.listen(settings.metricsPort, settings.host);
