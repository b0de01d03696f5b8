import { readSettings } from './settings.js';
import { startSimulator } from './simulator.js';

const simulator = await startSimulator({ ...readSettings(process.env), logger: true });
console.log(`Stripe simulator: ${simulator.url}`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void simulator.close().then(() => process.exit(0)));
}
