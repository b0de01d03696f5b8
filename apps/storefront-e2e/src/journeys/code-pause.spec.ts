import { expect, test, type Page } from '@playwright/test';
import { openCooperative } from '../marketplace/cooperative.js';
import { placeOrder } from '../marketplace/order.js';
import { publishProduct } from '../marketplace/product.js';
import { textIn } from '../reading/texts.js';

/** The page of an order whose code was sent a moment ago. */
async function openUnconfirmed(page: Page, locale: 'fr' | 'ar'): Promise<void> {
  const product = await publishProduct(await openCooperative(locale), { title: { [locale]: 'ⵜⴰⵔⵢⴰⵍⵜ' } });
  const { number, token } = await placeOrder([product], locale, 'cash-on-delivery', false);
  await page.goto(`/${locale}/commande/merci/${number}?token=${token}`);
}

test('ACC: another code is offered after thirty seconds, counted down before one’s eyes', async ({ page }) => {
  const t = textIn('fr');
  await page.clock.install();
  await openUnconfirmed(page, 'fr');
  const again = page.getByRole('button', { name: t('frame', 'resend') });
  const timer = page.getByRole('timer');
  await expect(again).toBeDisabled();
  await expect(timer).toHaveText(/\d+ s\.$/);
  const before = Number(/\d+/.exec((await timer.textContent()) ?? '')?.[0]);
  await page.clock.fastForward(3000);
  await expect(timer).not.toContainText(` ${before} s`);
  await page.clock.fastForward(30_000);
  await expect(again).toBeEnabled();
  await expect(timer).toHaveCount(0);
  // Only this browser's clock ran ahead: the server knows better, and says so.
  await again.click();
  await expect(page.getByRole('alert').filter({ hasText: t('frame', 'problem') })).toBeFocused();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('ACC: the pause is told, and who does not wait hears how long is left', async ({ page }) => {
    const t = textIn('ar');
    await openUnconfirmed(page, 'ar');
    await expect(page.getByRole('timer')).toBeVisible();
    await page.getByRole('button', { name: t('frame', 'resend') }).click();
    await expect(page.getByRole('alert').filter({ hasText: t('frame', 'problem') })).toContainText(/\d+ ث/);
    await expect(page.getByRole('textbox', { name: t('orders', 'code') })).toBeVisible();
  });
});
