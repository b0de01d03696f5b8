import { expect, test } from '@playwright/test';
import { ListSellerOrders } from '@tiwizi/contracts';
import { openCooperative, type Cooperative } from '../marketplace/cooperative.js';
import { codeSentTo } from '../marketplace/mailbox.js';
import { newPhone } from '../marketplace/people.js';
import { publishProduct } from '../marketplace/product.js';
import { textIn } from '../reading/texts.js';
import { addToCart, confirmButton, numberOn, reviewOrder } from './check-out.js';

const locale = 'fr';
const t = textIn(locale);

async function ordersOf({ id, president }: Cooperative): Promise<string[]> {
  const { items } = await president.visitor.api.call(ListSellerOrders, { params: { coopId: id } });
  return items.map(({ number }) => number.replace(/-\d+$/, ''));
}

test('F01: a double click on the last button makes one order', async ({ page }) => {
  const cooperative = await openCooperative(locale);
  const { slug } = await publishProduct(cooperative, { title: { fr: 'Panier du double clic' } });
  const phone = newPhone();
  await addToCart(page, locale, slug);
  await reviewOrder(page, locale, phone, 'cash');
  await confirmButton(page, locale).dblclick();
  await page.waitForURL(/\/commande\/merci\/TZ-/);
  const number = numberOn(page);
  await page.getByRole('textbox', { name: t('orders', 'code') }).fill(await codeSentTo(phone.full));
  await page.getByRole('button', { name: t('orders', 'confirm'), exact: true }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: t('orders', 'thanksTitle') })).toBeVisible();
  expect(await ordersOf(cooperative)).toEqual([number]);
});

test('F01: two tabs on the last button make one order, and both arrive at it', async ({ page, context }) => {
  const cooperative = await openCooperative(locale);
  const { slug } = await publishProduct(cooperative, { title: { fr: 'Panier des deux onglets' } });
  const phone = newPhone();
  await addToCart(page, locale, slug);
  await reviewOrder(page, locale, phone, 'cash');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('checkbox', { name: t('checkout', 'accept') }).check();
  await Promise.all([confirmButton(page, locale).click(), confirmButton(other, locale).click()]);
  await Promise.all([page, other].map((tab) => tab.waitForURL(/\/commande\/merci\/TZ-/)));
  expect(numberOn(page)).toBe(numberOn(other));
  await page.getByRole('textbox', { name: t('orders', 'code') }).fill(await codeSentTo(phone.full));
  await page.getByRole('button', { name: t('orders', 'confirm'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('orders', 'thanksTitle') })).toBeVisible();
  expect(await ordersOf(cooperative)).toEqual([numberOn(page)]);
});
