import 'reflect-metadata';
import { readSettings } from '@tiwizi/settings';
import { startApi } from './start-api.js';

const settings = readSettings(process.env);
const app = await startApi(settings);
await app.listen(settings.port, settings.host);
