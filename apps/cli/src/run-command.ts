import 'reflect-metadata';
import { readSettings } from '@tiwizi/settings';
import { commands, usage } from './commands.js';

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(usage());
  process.exit(2);
}
process.exit(await command.run(readSettings(process.env), args));
