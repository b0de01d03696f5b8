import { expect, type BrowserContextOptions, type Page } from '@playwright/test';
import { admin } from '../marketplace/staff.js';
import { test } from '../marketplace/world.js';
import { textIn } from '../reading/texts.js';
import { cartPages, orderPages, publicPages, sellerPages, staffPages, type PageToSee } from './page-list.js';
import { faultsOf, onPhone } from './faults.js';
import { carryCart, open } from './visit.js';

test.describe.configure({ mode: 'parallel' });

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
