import { expect, test } from '@playwright/test';
import { openCooperative } from '../marketplace/cooperative.js';
import { newPhone } from '../marketplace/people.js';
import { publishProduct } from '../marketplace/product.js';
import { textIn } from '../reading/texts.js';
import { cardPageText, payWith } from './card-page.js';
import { addToCart, confirmButton, reviewOrder } from './check-out.js';

const locale = 'ar';
const t = textIn(locale);

test('F92: out of the network at the last step nothing is sent and nothing is lost; back in it the order goes', async ({
  page,
  context,
}) => {
  const { slug } = await publishProduct(await openCooperative(locale), { title: { ar: `سلة ${newPhone().full}` } });
  await addToCart(page, locale, slug);
  await reviewOrder(page, locale, newPhone(), 'cash');
  await context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: t('frame', 'offline') })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(t('checkout', 'offline'));
  await confirmButton(page, locale).click();
  await expect(page.getByRole('checkbox', { name: t('checkout', 'accept') })).toBeChecked();
  await expect(confirmButton(page, locale)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(t('frame', 'offline'))).toHaveCount(0);
  expect(page.url()).toContain('/commande/verification');
  await confirmButton(page, locale).click();
  await page.waitForURL(/\/commande\/merci\/TZ-/);
});

test('F92: a declined card is told and mended in Arabic with the keyboard alone', async ({ page }) => {
  const { slug } = await publishProduct(await openCooperative(locale), { title: { ar: `سلة ${newPhone().full}` } });
  await addToCart(page, locale, slug);
  await reviewOrder(page, locale, newPhone(), 'card');
  await page.getByRole('button', { name: new RegExp(`^${t('checkout', 'confirmAndPay').split('\u2068')[0]}`) }).focus();
  await page.keyboard.press('Enter');
  await payWith(page, locale, 'insufficient_funds');
  await page.getByRole('link', { name: cardPageText(locale, 'leave') }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/commande\/retour\/TZ-/);
  await expect(page.getByRole('alert')).toContainText(t('orders', 'decline-insufficient_funds'));
  const again = page.getByRole('button', { name: t('orders', 'payCash') });
  for (let step = 0; step < 40 && !(await again.evaluate((one) => one === document.activeElement)); step += 1)
    await page.keyboard.press('Tab');
  await expect(again).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: t('orders', 'code') })).toBeVisible();
});
