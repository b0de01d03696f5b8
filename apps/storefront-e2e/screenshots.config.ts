import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.js';

/** Takes the pictures of the documentation (`npm run screenshots`): the same marketplace, another errand. */
export default defineConfig({ ...journeys, testMatch: 'screenshots.ts', timeout: 900_000, workers: 1 });
