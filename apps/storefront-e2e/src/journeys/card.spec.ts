import { expect, test, type Page } from '@playwright/test';
import { ShowOrder } from '@tiwizi/contracts';
import { formatMoney } from '@tiwizi/i18n';
import { openCooperative } from '../marketplace/cooperative.js';
import { messageTo } from '../marketplace/mailbox.js';
import { newPhone, type Person } from '../marketplace/people.js';
import { placeOrder } from '../marketplace/order.js';
import { publishProduct, type Product } from '../marketplace/product.js';
import { Visitor } from '../marketplace/visitor.js';
import { textIn } from '../reading/texts.js';
import { answerBank, cardPageText, payWith } from './card-page.js';
import { addToCart, numberOn, reviewOrder } from './check-out.js';

test.describe.configure({ mode: 'parallel' });

const locale = 'fr';
const t = textIn(locale);

async function someProduct(): Promise<Product> {
  return publishProduct(await openCooperative(locale), { title: { fr: `Panier payé par carte ${newPhone().full}` } });
}

/** From the product to the provider's page. */
async function goToCardPage(page: Page, product: Product): Promise<Person['phone']> {
  const phone = newPhone();
  await addToCart(page, locale, product.slug);
  await reviewOrder(page, locale, phone, 'card');
  await page.getByRole('button', { name: /^Confirmer et payer / }).click();
  await page.waitForURL(/\/pay\/pi_/);
  return phone;
}

const thanks = (page: Page) => page.getByRole('heading', { level: 1, name: t('orders', 'thanksTitle') });

test('M3: a card that is accepted confirms the order on the way back', async ({ page }) => {
  await goToCardPage(page, await someProduct());
  await payWith(page, locale, 'success');
  await expect(thanks(page)).toBeVisible();
  await expect(page.getByRole('main')).toContainText(t('orders', 'payment-authorized'));
});

test('M3: a card that is declined says why, keeps the order, and another card pays it', async ({ page }) => {
  const product = await someProduct();
  await goToCardPage(page, product);
  await payWith(page, locale, 'insufficient_funds');
  await expect(page.getByRole('alert')).toContainText(cardPageText(locale, 'error.insufficient_funds'));
  await page.getByRole('link', { name: cardPageText(locale, 'leave') }).click();
  await page.waitForURL(/\/commande\/retour\/TZ-/);
  await expect(page.getByRole('alert')).toContainText(t('orders', 'decline-insufficient_funds'));
  await page.getByRole('button', { name: /^Payer .* par carte$/ }).click();
  await payWith(page, locale, 'success');
  await expect(thanks(page)).toBeVisible();
});

test('M3: a declined card may give way to paying at the door', async ({ page }) => {
  await goToCardPage(page, await someProduct());
  await page.getByRole('link', { name: cardPageText(locale, 'leave') }).click();
  await page.getByRole('button', { name: t('orders', 'payCash') }).click();
  await expect(page.getByRole('textbox', { name: t('orders', 'code') })).toBeVisible();
});

test('M3: the bank asks the buyer first (3-D Secure): approved, the order stands', async ({ page }) => {
  await goToCardPage(page, await someProduct());
  await payWith(page, locale, 'authentication_required');
  await answerBank(page, locale, 'approve');
  await expect(thanks(page)).toBeVisible();
});

test('M3: the bank asks and the buyer fails (3-D Secure): nothing is taken and the order waits', async ({ page }) => {
  await goToCardPage(page, await someProduct());
  await payWith(page, locale, 'authentication_required');
  await answerBank(page, locale, 'refuse');
  await expect(page.getByText(cardPageText(locale, 'error.payment_intent_authentication_failure'))).toBeVisible();
});

test('M3: a browser that never comes back: the provider’s own message finishes the order', async ({ page }) => {
  const phone = await goToCardPage(page, await someProduct());
  // The address to come back to is cut off, as by a tunnel: the shop hears of the payment from the provider alone.
  await page.route(/\/commande\/(retour|merci)\//, (route) => route.abort());
  await payWith(page, locale, 'success');
  await page.close();
  const message = await messageTo(phone.full, ({ text }) => /TZ-[0-9A-Z]{8}/.test(text));
  expect(message.locale).toBe(locale);
});

test('F01: an order that waits for its card is paid once, however often its page is opened', async ({ page }) => {
  const order = await placeOrder([await someProduct()], locale, 'card');
  const address = `/${locale}/commande/retour/${order.number}?token=${order.token}`;
  await page.goto(address);
  await page.getByRole('button', { name: /^Payer .* par carte$/ }).click();
  await payWith(page, locale, 'success');
  await expect(thanks(page)).toBeVisible();
  await page.goto(address);
  await expect(thanks(page)).toBeVisible();
  expect(numberOn(page)).toBe(order.number);
  const { payment, total } = await new Visitor().api.call(ShowOrder, {
    params: { number: order.number },
    query: { locale, token: order.token },
  });
  expect(payment).toMatchObject({ status: 'authorized', amount: total });
  await expect(page.getByRole('main')).toContainText(formatMoney(total, locale));
});
