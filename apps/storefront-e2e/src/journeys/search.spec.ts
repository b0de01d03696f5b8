import { expect, test, type Page } from '@playwright/test';
import { faultsOf, onPhone } from '../pages/faults.js';
import { open } from '../pages/visit.js';
import { textIn, type TextIn } from '../reading/texts.js';

/** Honey, as each reader types it, and how the word begins. */
const words = {
  fr: ['mie', 'miel'],
  ar: ['عس', 'عسل'],
  en: ['hon', 'honey'],
  zgh: ['ⵜⴰⵎⵎ', 'ⵜⴰⵎⵎⴻⵎⵜ'],
} as const;

const box = (page: Page, t: TextIn) => page.getByRole('searchbox', { name: t('frame', 'searchLabel') });

for (const locale of ['fr', 'ar', 'en', 'zgh'] as const) {
  const t = textIn(locale);
  const [beginning, word] = words[locale];

  test(`SEARCH: from a suggestion to what is made nearby, and why it is shown, in ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, locale, '/');
    await box(page, t).pressSequentially(beginning);
    const list = page.getByRole('listbox', { name: t('search', 'suggestions') });
    await expect(list.getByRole('option').first()).toBeVisible();
    expect(await list.getByRole('option').count()).toBeLessThanOrEqual(8);
    await box(page, t).press('ArrowDown');
    await expect(list.getByRole('option', { selected: true })).toHaveCount(1);
    await box(page, t).press('Escape');
    await expect(list).toHaveCount(0);
    await box(page, t).fill(word);
    await box(page, t).press('Enter');
    await page.waitForURL(/\/recherche\?q=/);
    await expect(page.getByRole('main').locator('.card mark').first()).toBeVisible();

    const regions = page.getByRole('group', { name: t('search', 'facet-region') });
    await regions.getByRole('checkbox').first().check();
    await page.waitForURL(/region=MA-/);
    const chip = page.getByRole('link', { name: t('search', 'facet-region') }).filter({ hasText: '✕' });
    await expect(chip).toHaveCount(1);
    // What lies in a chosen region is offered below it.
    await expect(regions.locator('[name="province"]').first()).toBeVisible();
    await chip.click();
    await expect(page).not.toHaveURL(/region=/);

    await page.locator('.near-me summary').click();
    await page.getByRole('combobox', { name: t('search', 'nearChoose') }).selectOption('MA-AGD');
    await page.waitForURL(/pres=MA-AGD/);
    await expect(page.locator('.card .distance').first()).toBeVisible();
    await page.getByRole('combobox', { name: t('search', 'sort') }).selectOption('proximite');
    await page.waitForURL(/tri=proximite/);
    await expect(page.locator('.card .distance').first()).toBeVisible();
    await page.getByRole('combobox', { name: t('search', 'sort') }).selectOption('pertinence');
    await expect(page).not.toHaveURL(/tri=/);

    await page.locator('.card .why summary').first().click();
    await expect(page.locator('.card .why li').first()).toHaveText(t('search', 'why-words-match'));
    await page.setViewportSize(onPhone.viewport);
    expect(await faultsOf(page, 'main')).toEqual([]);
  });
}

test.describe('on a phone', () => {
  test.use({ ...onPhone, permissions: ['geolocation'], geolocation: { latitude: 30.68, longitude: -9.48 } });

  test('SEARCH: a position is mapped to its province in the browser, and never leaves it', async ({ page }) => {
    const t = textIn('fr');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
    await open(page, 'fr', '/recherche?q=miel');
    await page.locator('.near-me summary').click();
    await page.getByRole('button', { name: t('search', 'locate') }).click();
    await page.waitForURL(/pres=MA-AGD/);
    await expect(page.locator('.card .distance').first()).toBeVisible();
    expect(sent.filter((address) => /30[.,]68|9[.,]48/.test(address))).toEqual([]);
    // Remembered: another list offers the place by one press.
    await open(page, 'fr', '/c/miel');
    await page.locator('.near-me summary').click();
    await page.locator('.near-me').getByRole('link', { name: 'Agadir' }).click();
    await page.waitForURL(/\/c\/miel\?pres=MA-AGD/);
  });

  test('SEARCH: the sheet counts what its filters would find before it is closed', async ({ page }) => {
    const t = textIn('ar');
    await open(page, 'ar', '/recherche?q=عسل');
    await page.getByRole('button', { name: t('search', 'filter') }).click();
    const sheet = page.getByRole('dialog', { name: t('search', 'filter') });
    const women = sheet.getByRole('checkbox', { name: t('search', 'womenLed') });
    const counted = sheet.locator('.check').filter({ has: page.locator('[name="femmes"]') });
    const count = Number(await counted.locator('.count').textContent());
    await women.check();
    await sheet.getByRole('button', { name: t('search', 'showProducts', { count }) }).click();
    await page.waitForURL(/femmes=1/);
    await expect(page.locator('.found')).toHaveText(t('search', 'found', { count }));
  });
});

test('SEARCH: out of the network nothing is suggested, and the page stays', async ({ page, context }) => {
  const t = textIn('fr');
  await open(page, 'fr', '/');
  await context.setOffline(true);
  const failed = page.waitForEvent('requestfailed');
  await box(page, t).pressSequentially('miel');
  await failed;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(box(page, t)).toHaveValue('miel');
  await context.setOffline(false);
  await box(page, t).pressSequentially(' ');
  await expect(page.getByRole('option').first()).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('SEARCH: filters, place and order are a form', async ({ page }) => {
    const t = textIn('fr');
    await page.goto('/fr/recherche?q=miel');
    await page.getByRole('checkbox', { name: t('search', 'womenLed') }).check();
    await page.locator('.near-me summary').click();
    await page.getByRole('combobox', { name: t('search', 'nearChoose') }).selectOption('MA-AGD');
    await page
      .getByRole('button', { name: t('search', 'apply') })
      .first()
      .click();
    await page.waitForURL(/femmes=1/);
    expect(page.url()).toContain('pres=MA-AGD');
    await expect(page.getByRole('link', { name: t('search', 'womenLed') })).toBeVisible();
    await expect(page.locator('.card .distance').first()).toBeVisible();
  });
});
