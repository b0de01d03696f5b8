/**
 * @tiwizi/settings: what the environment tells the processes, read and checked once at the start.
 *
 * `readSettings` names every missing or wrong variable in one message, so that nobody starts the product five
 * times to learn of five mistakes. Everything else asks for the token `SETTINGS`; nothing reads the environment.
 */
export { readSettings } from './read-settings.js';
export { SETTINGS, SettingsModule } from './settings.module.js';
export type { LogLevel, Mode, Settings } from './settings.js';
