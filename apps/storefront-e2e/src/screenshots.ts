import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Browser, type BrowserContextOptions } from '@playwright/test';
import sharp from 'sharp';
import { demonstration, type Demonstration } from './marketplace/demonstration.js';
import { address } from './marketplace/visitor.js';
import { cartPages, orderPages, publicPages, sellerPages, staffPages, type PageToSee } from './pages/page-list.js';
import { carryCart, open } from './pages/visit.js';

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const mostBytes = 80_000;
const tallest = 1_400;

/** Which pages, in which language, width and theme. */
interface Look {
  readonly locale: 'fr' | 'ar' | 'zgh';
  readonly width: 360 | 1440;
  readonly theme: 'light' | 'dark';
  /** Names of pages; all without it. */
  readonly only?: readonly string[];
}

const wide = ['home', 'search', 'product', 'cooperative', 'cart', 'review', 'seller', 'seller-order', 'admin', 'case'];
const dark = ['home', 'product', 'cart', 'seller', 'seller-money', 'case'];
const looks: Look[] = (['fr', 'ar', 'zgh'] as const).flatMap((locale): Look[] => [
  { locale, width: 360, theme: 'light' },
  { locale, width: 360, theme: 'dark', only: dark },
  { locale, width: 1440, theme: 'light', only: wide },
  { locale, width: 1440, theme: 'dark', only: locale === 'fr' ? ['home', 'product', 'case'] : [] },
]);

test('every page in every language, on a telephone and on a desk', async ({ browser }) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const world = await demonstration();
  for (const look of looks) await takeAll(browser, world, look);
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(folder + file).size, 0);
  expect(bytes).toBeLessThan(8_000_000);
});

async function takeAll(browser: Browser, world: Demonstration, look: Look): Promise<void> {
  const take = (options: BrowserContextOptions, pages: PageToSee[], cartId?: string) =>
    takePages(browser, look, options, pages, cartId);
  await take({}, publicPages(world));
  await take({}, [...cartPages(), ...orderPages(world)], world.cartId);
  await take({ storageState: world.cooperative.president.visitor.storageState() }, sellerPages(world));
  await take({ storageState: world.admin.storageState() }, staffPages(world));
}

async function takePages(
  browser: Browser,
  { locale, width, theme, only }: Look,
  options: BrowserContextOptions,
  pages: PageToSee[],
  cartId?: string,
): Promise<void> {
  const viewport = { width, height: width === 360 ? 740 : 900 };
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options });
  await context.addCookies([{ name: 'tiwizi_theme', value: theme, url: address }]);
  if (cartId) await carryCart(context, cartId);
  const page = await context.newPage();
  for (const { name, path, status } of pages.filter((one) => !only || only.includes(one.name))) {
    await open(page, locale, path, status);
    await page.waitForLoadState('networkidle');
    // As tall as the page: what sticks to the end of a screen is then at the end of the picture.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(Math.max(height, viewport.height), tallest) });
    const png = await page.screenshot({ animations: 'disabled' });
    await page.setViewportSize(viewport);
    writeFileSync(`${folder}${name}.${locale}.${width}.${theme}.webp`, await compact(png));
  }
  await context.close();
}

/** Paler and paler until it is small. */
async function compact(png: Buffer): Promise<Buffer> {
  for (let quality = 56; ; quality -= 12) {
    const webp = await sharp(png).webp({ quality, effort: 5 }).toBuffer();
    if (webp.length <= mostBytes || quality <= 12) return webp;
  }
}
