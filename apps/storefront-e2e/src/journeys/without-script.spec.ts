import { expect, test } from '@playwright/test';
import { openCooperative } from '../marketplace/cooperative.js';
import { newPhone } from '../marketplace/people.js';
import { publishProduct } from '../marketplace/product.js';
import { textIn } from '../reading/texts.js';
import { addToCart, orderByCash } from './check-out.js';

test.use({ javaScriptEnabled: false });

for (const locale of ['fr', 'ar', 'zgh'] as const) {
  test(`PAY-8: without scripts a guest searches, fills a cart and orders at the door, in ${locale}`, async ({
    page,
  }) => {
    const t = textIn(locale);
    const mark = newPhone().full.slice(-6);
    const [first, second] = await Promise.all(
      ['ⴰ', 'ⴱ'].map(async (letter) =>
        publishProduct(await openCooperative(locale), { title: { [locale]: `${letter}${mark}` } }),
      ),
    );
    await page.goto(`/${locale}/`);
    await page.getByRole('searchbox', { name: t('frame', 'searchLabel') }).fill(`ⴰ${mark}`);
    await page.getByRole('searchbox', { name: t('frame', 'searchLabel') }).press('Enter');
    await page.waitForURL(/\/recherche\?q=/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(mark);
    await addToCart(page, locale, first!.slug);
    await page.waitForURL(/\/panier$/);
    await addToCart(page, locale, second!.slug);
    await page.waitForURL(/\/panier$/);
    const quantity = page.getByRole('button', { name: t('cart', 'moreOf', { title: `ⴰ${mark}` }), exact: true });
    await quantity.click();
    await expect(page.getByRole('spinbutton', { name: t('cart', 'quantityOf', { title: `ⴰ${mark}` }) })).toHaveValue(
      '2',
    );
    const number = await orderByCash(page, locale);
    await expect(page.getByRole('main')).toContainText(number);
    await page.getByRole('link', { name: t('orders', 'follow') }).click();
    await expect(page.getByRole('list', { name: t('orders', 'progress') })).toHaveCount(2);
  });
}
