import { expect, type Page } from '@playwright/test';
import type { Locale } from '@tiwizi/i18n';
import { codeSentTo } from '../marketplace/mailbox.js';
import { newPhone, type Person } from '../marketplace/people.js';
import { textIn } from '../reading/texts.js';

/** The page says at once that it is done; this waits until the server has said so too. */
export async function addToCart(page: Page, locale: Locale, slug: string): Promise<void> {
  const t = textIn(locale);
  await page.goto(`/${locale}/p/${slug}`);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: t('product', 'add'), exact: true }).click();
  await answer;
}

/** From the cart to the last page before ordering. */
export async function reviewOrder(
  page: Page,
  locale: Locale,
  phone: Person['phone'],
  method: 'cash' | 'card',
): Promise<void> {
  const t = textIn(locale);
  await page.goto(`/${locale}/panier`);
  await page.getByRole('button', { name: t('cart', 'checkout'), exact: true }).click();
  await page.getByRole('textbox', { name: t('checkout', 'name') }).fill('Youssef Benali');
  await page.getByRole('textbox', { name: t('checkout', 'phone') }).fill(phone.typed);
  await page.getByRole('combobox', { name: t('checkout', 'city') }).selectOption('MA-CAS');
  await page.getByRole('textbox', { name: t('checkout', 'line') }).fill('Près de la grande poste');
  await page.getByRole('button', { name: t('checkout', 'toPayment'), exact: true }).click();
  const methods = page.getByRole('radiogroup', { name: t('checkout', 'method') });
  await methods.getByRole('radio', { name: t('checkout', method), exact: true }).check();
  await page.getByRole('button', { name: t('checkout', 'toReview'), exact: true }).click();
  await page.getByRole('checkbox', { name: t('checkout', 'accept') }).check();
}

export const confirmButton = (page: Page, locale: Locale) =>
  page.getByRole('button', { name: textIn(locale)('checkout', 'confirm'), exact: true });

/** Ends on the page that thanks, the telephone proven by the code that was sent; answers the order's number. */
export async function orderByCash(page: Page, locale: Locale): Promise<string> {
  const t = textIn(locale);
  const phone = newPhone();
  await reviewOrder(page, locale, phone, 'cash');
  await confirmButton(page, locale).click();
  await page.waitForURL(/\/commande\/merci\/TZ-/);
  await page.getByRole('textbox', { name: t('orders', 'code') }).fill(await codeSentTo(phone.full));
  await page.getByRole('button', { name: t('orders', 'confirm'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('orders', 'thanksTitle') })).toBeVisible();
  return numberOn(page);
}

/** The order's number in the address of its page. */
export function numberOn(page: Page): string {
  const number = /TZ-[0-9A-Z]{8}/.exec(page.url())?.[0];
  if (!number) throw new Error(`no order number in ${page.url()}`);
  return number;
}
