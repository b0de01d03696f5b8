import { expect, test, type Page } from '@playwright/test';
import { openCooperative } from '../marketplace/cooperative.js';
import { newPhone } from '../marketplace/people.js';
import { publishProduct } from '../marketplace/product.js';
import { textIn } from '../reading/texts.js';
import { addToCart } from './check-out.js';

const t = textIn('fr');

/** The phone still believes in its network; nothing arrives. */
const loseNetwork = (page: Page) => page.route('**/*.data*', (route) => route.abort('connectionreset'));
const findNetwork = (page: Page) => page.unroute('**/*.data*');

async function productPage(page: Page): Promise<string> {
  const { slug } = await publishProduct(await openCooperative('fr'), { title: { fr: `Panier ${newPhone().full}` } });
  await addToCart(page, 'fr', slug);
  return slug;
}

test('§1.4: a dead zone in the middle of a form keeps the page and what was typed', async ({ page }) => {
  await productPage(page);
  await page.goto('/fr/commande/livraison');
  const name = page.getByRole('textbox', { name: t('checkout', 'name') });
  await name.fill('Youssef Benali');
  await page.getByRole('textbox', { name: t('checkout', 'phone') }).fill(newPhone().typed);
  await page.getByRole('textbox', { name: t('checkout', 'line') }).fill('Près de la poste');
  await loseNetwork(page);
  await page.getByRole('combobox', { name: t('checkout', 'city') }).selectOption('MA-CAS');
  const send = page.getByRole('button', { name: t('checkout', 'toPayment'), exact: true });
  await send.click();
  await expect(page.getByRole('alert').filter({ hasText: t('frame', 'lost') })).toBeFocused();
  await expect(name).toHaveValue('Youssef Benali');
  await findNetwork(page);
  await send.click();
  await page.waitForURL(/\/commande\/paiement$/);
});

test('§8: a page that does not arrive says that there is no network, and comes when it is asked for again', async ({
  page,
}) => {
  const slug = await productPage(page);
  await page.goto('/fr/panier');
  await loseNetwork(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Panier/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: t('frame', 'networkTitle') })).toBeVisible();
  await findNetwork(page);
  await page.getByRole('link', { name: t('frame', 'retry') }).click();
  await expect(page.getByRole('button', { name: t('product', 'add'), exact: true })).toBeVisible();
  expect(page.url()).toContain(`/p/${slug}`);
});

test('PROD-5: what could not be added is taken back, with the reason', async ({ page }) => {
  const slug = await productPage(page);
  await page.goto(`/fr/p/${slug}`);
  await loseNetwork(page);
  await page.getByRole('button', { name: t('product', 'add'), exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: t('frame', 'lost') })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Panier, 1 article' })).toBeVisible();
});
