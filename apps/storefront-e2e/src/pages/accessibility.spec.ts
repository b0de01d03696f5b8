import AxeBuilder from '@axe-core/playwright';
import { expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { admin } from '../marketplace/staff.js';
import { test } from '../marketplace/world.js';
import { textIn } from '../reading/texts.js';
import { cartPages, orderPages, publicPages, sellerPages, staffPages, type PageToSee } from './page-list.js';
import { carryCart, open } from './visit.js';

test.describe.configure({ mode: 'parallel' });

// Without motion: a colour on its way to another is not one that anybody reads.
const onPhone = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const locale of ['fr', 'ar', 'zgh'] as const) {
  const t = textIn(locale);
  const see = async (page: Page, pages: readonly PageToSee[]) => {
    const faults: string[] = [];
    for (const each of pages) {
      await open(page, locale, each.path, each.status);
      faults.push(...(await faultsOf(page, each === pages[0] ? 'all' : 'main')));
    }
    expect(faults).toEqual([]);
  };

  test(`M9: the shop can be used by everybody, in ${locale}`, async ({ browser, world }) => {
    const page = await browser.newPage(onPhone);
    await see(page, publicPages(world));
    await page.close();
  });

  test(`M9: cart, checkout and orders can be used by everybody, in ${locale}`, async ({ browser, world }) => {
    const context = await browser.newContext(onPhone);
    await carryCart(context, world.cartId);
    const page = await context.newPage();
    await see(page, [...cartPages(), ...orderPages(world)]);
    await context.close();
  });

  test(`M9: what went wrong is told to everybody, in ${locale}`, async ({ browser, world }) => {
    const context = await browser.newContext(onPhone);
    await carryCart(context, world.cartId);
    const page = await context.newPage();
    await open(page, locale, '/commande/livraison');
    await page.getByRole('textbox', { name: t('checkout', 'name') }).fill('');
    await page.getByRole('textbox', { name: t('checkout', 'phone') }).fill('12');
    await page.getByRole('button', { name: t('checkout', 'toPayment'), exact: true }).click();
    const problem = page.getByRole('alert').filter({ hasText: t('frame', 'problem') });
    await expect(problem).toBeFocused();
    await expect(page).toHaveTitle(new RegExp(`^${t('frame', 'errorPrefix').trim()}`));
    expect(await faultsOf(page)).toEqual([]);
    await open(page, locale, '/recherche?q=miel');
    await page.getByRole('button', { name: t('frame', 'language'), exact: true }).click();
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });

  test(`M9: the cooperative’s workspace can be used by everybody, in ${locale}`, async ({ browser, world }) => {
    const storageState = world.cooperative.president.visitor.storageState();
    const context = await browser.newContext({ ...onPhone, storageState });
    await see(await context.newPage(), sellerPages(world));
    await context.close();
  });

  test(`M9: the desks of moderation and administration can be used by everybody, in ${locale}`, async ({
    browser,
    world,
  }) => {
    const options: BrowserContextOptions = { ...onPhone, storageState: (await admin()).storageState() };
    const context = await browser.newContext(options);
    await see(await context.newPage(), staffPages(world));
    await context.close();
  });
}

/** In light and dark on a phone and on a desk, and whether anything hangs out of a page of 320 pixels. */
async function faultsOf(page: Page, part: 'all' | 'main' = 'all'): Promise<string[]> {
  const place = new URL(page.url()).pathname;
  const faults = (await violations(page, part, 'light')).map((fault) => `${place} (light): ${fault}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  faults.push(...(await violations(page, part, 'dark')).map((fault) => `${place} (dark): ${fault}`));
  await page.setViewportSize({ width: 320, height: 700 });
  faults.push(...(await overflow(page)).map((fault) => `${place} (320 px): ${fault}`));
  await page.setViewportSize(onPhone.viewport);
  return faults;
}

/** Header and footer are the same on every page of an area: once is enough. The theme is as the server writes it. */
async function violations(page: Page, part: 'all' | 'main', theme: 'light' | 'dark'): Promise<string[]> {
  await page.evaluate(async (chosen) => {
    document.documentElement.setAttribute('data-theme', chosen);
    // However short: until it has ended, a colour is still the other theme's.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  }, theme);
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(rules);
  if (part === 'main') axe.exclude('body > header').exclude('body > footer');
  const { violations: found } = await axe.analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => explain(id, target, failureSummary)));
}

const explain = (id: string, target: readonly unknown[], summary: string): string =>
  `${id} at ${target.join(' ')}: ${summary.replace(/\s+/g, ' ').slice(0, 300)}`;

async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    const names = outside.slice(0, 5).map(({ tagName, className }) => `${tagName.toLowerCase()}.${String(className)}`);
    return [`${scrollWidth} px wide: ${names.join(', ')}`];
  });
}
