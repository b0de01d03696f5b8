import { expect, test, type Browser, type Page } from '@playwright/test';
import { ListShipments, ShowBalance, ShowCase, type ResponseOf } from '@tiwizi/contracts';
import { formatMoney, type Locale } from '@tiwizi/i18n';
import { basisPoints, subtract } from '@tiwizi/money';
import { openCooperative, type Cooperative } from '../marketplace/cooperative.js';
import { publishProduct } from '../marketplace/product.js';
import { finance, moderator } from '../marketplace/staff.js';
import type { Visitor } from '../marketplace/visitor.js';
import { textIn } from '../reading/texts.js';
import { addToCart, orderByCash } from './check-out.js';
import { decideCase } from './decide-case.js';
import { listProduct } from './list-product.js';
import { signIn } from './sign-in.js';

/** A word nobody else's product has, in each language's own letters; and what the neighbour sells. */
const words: Record<'fr' | 'ar' | 'zgh', { title: string; word: string; story: string; neighbour: string }> = {
  fr: {
    title: 'Bourriche d’alfa tressée main',
    word: 'bourriche',
    story: 'Tressée par les femmes du village pendant l’hiver.',
    neighbour: 'Corbillon de palmier',
  },
  ar: {
    title: 'زنبيل من الحلفاء',
    word: 'زنبيل',
    story: 'صنعته نساء القرية في فصل الشتاء.',
    neighbour: 'مكتل من سعف النخيل',
  },
  zgh: {
    title: 'ⵜⴰⵙⵏⵉⵜ ⵏ ⵡⴰⵔⵉ',
    word: 'ⵜⴰⵙⵏⵉⵜ',
    story: 'ⵜⵉⵎⵖⴰⵔⵉⵏ ⵏ ⴷⴷⵛⵔ ⴰⴷ ⵜⵜ ⵉⵙⴽⴰⵔⵏ.',
    neighbour: 'ⵜⴰⵔⵢⴰⵍⵜ ⵏ ⵜⴼⵔⵓⵅⵜ',
  },
};

for (const locale of ['fr', 'ar', 'zgh'] as const) {
  test(`M3: from a photograph to a cooperative that knows what it is owed, in ${locale}`, async ({ browser }) => {
    const { title, word, story, neighbour } = words[locale];
    const [cooperative, other] = await Promise.all([openCooperative(locale), openCooperative(locale)]);
    const beside = await publishProduct(other, { title: { [locale]: neighbour }, price: 4_550 });

    const president = await newPage(browser);
    await signIn(president, cooperative.president, locale);
    await listProduct(president, locale, { title, story, price: '129,50', stock: '8' });

    const guest = await newPage(browser);
    await search(guest, locale, word);
    await expect(guest.getByRole('main').getByRole('link', { name: title })).toHaveCount(0);

    const desk = await newPage(browser, await moderator());
    const caseId = await decideCase(desk, locale, title, { kind: 'approve' });

    const slug = await findAgain(guest, title, caseId);
    await addToCart(guest, locale, slug);
    await addToCart(guest, locale, beside.slug);
    const number = await orderByCash(guest, locale);

    await serveOrder(president, locale, number);
    const neighbourPage = await newPage(browser, other.president.visitor);
    await serveOrder(neighbourPage, locale, number);

    const office = await newPage(browser, await finance());
    await recordDeliveries(office, locale, number);

    await expectBalanceShown(president, locale, cooperative, number, 12_950);
    await expectBalanceShown(neighbourPage, locale, other, number, 4_550);
  });
}

async function newPage(browser: Browser, visitor?: Visitor): Promise<Page> {
  const context = await browser.newContext(visitor && { storageState: visitor.storageState() });
  return context.newPage();
}

/** A guest asks in her own words. */
async function search(page: Page, locale: Locale, word: string): Promise<void> {
  const box = page.getByRole('searchbox', { name: textIn(locale)('frame', 'searchLabel') });
  await page.goto(`/${locale}/`);
  await box.fill(word);
  await box.press('Enter');
  await page.waitForURL(/\/recherche\?q=/);
}

/** She looks again until it is there, and it may not take her long; answers where the product is. */
async function findAgain(page: Page, title: string, caseId: string): Promise<string> {
  const found = page.getByRole('main').getByRole('link', { name: title }).first();
  await expect(async () => {
    await page.reload();
    await expect(found).toBeVisible({ timeout: 200 });
  }).toPass({ intervals: [100], timeout: 20_000 });
  const foundAt = Date.now();
  const { decisions } = await (await moderator()).api.call(ShowCase, { params: { id: caseId } });
  expect(foundAt - Date.parse(decisions.at(-1)!.at)).toBeLessThan(5_000);
  return /\/p\/([^/?]+)/.exec((await found.getAttribute('href')) ?? '')![1]!;
}

/** Accept, pack, hand over: one button at a time. */
async function serveOrder(page: Page, locale: Locale, number: string): Promise<void> {
  const t = textIn(locale);
  await page.goto(`/${locale}/vendeur/commandes`);
  await page.getByRole('link', { name: number }).click();
  for (const act of ['accept', 'ready', 'hand-over'] as const) {
    await page.getByRole('button', { name: t('workspace', `act.${act}`), exact: true }).click();
    await page.waitForURL(new RegExp(`fait=${act}`));
  }
}

/** The office writes down what the carrier said; with the last word comes the cash. */
async function recordDeliveries(page: Page, locale: Locale, number: string): Promise<void> {
  const t = textIn(locale);
  const { api } = await finance();
  const { items } = await api.call(ListShipments, { query: { q: number } });
  expect(items).toHaveLength(2);
  for (const { trackingNumber, cashToCollect } of items) {
    const parcel = page.getByRole('listitem').filter({ hasText: trackingNumber });
    for (const status of ['in_transit', 'out_for_delivery', 'delivered'] as const) {
      await page.goto(`/${locale}/admin/colis?q=${trackingNumber}`);
      const said = parcel.getByRole('combobox', { name: t('admin', 'parcels.said') });
      await said.selectOption({ label: t('admin', `parcel.${status}`) });
      const collected = parcel.getByRole('textbox', { name: t('admin', 'parcels.collected') });
      if (status === 'delivered') await collected.fill((cashToCollect!.amount / 100).toFixed(2));
      await parcel.getByRole('button', { name: t('admin', 'parcels.recordOf', { number: trackingNumber }) }).click();
      await page.waitForURL(/fait=recorded/);
    }
  }
}

type Line = ResponseOf<typeof ShowBalance>['lines'][number];

/** What the page says is what the ledger says, and the ledger says ten per cent and the tax on them. */
async function expectBalanceShown(
  page: Page,
  locale: Locale,
  { id, president }: Cooperative,
  number: string,
  goodsAmount: number,
): Promise<void> {
  let line: Line | undefined;
  await expect
    .poll(async () => {
      const { lines } = await president.visitor.api.call(ShowBalance, { params: { coopId: id } });
      line = lines.find(({ subOrderNumber }) => subOrderNumber.startsWith(number));
      return line?.postings.length;
    })
    .toBeGreaterThan(0);
  const { goods, commission, vatOnCommission, due, postings, subOrderNumber } = line!;
  expect(goods.amount).toBe(goodsAmount);
  expect(commission).toEqual(basisPoints(goods, 1_000));
  expect(vatOnCommission).toEqual(basisPoints(commission, 2_000));
  expect(due).toEqual(subtract(subtract(goods, commission), vatOnCommission));
  const booked = (account?: string) =>
    postings.filter((one) => !account || one.account === account).reduce((sum, { amount }) => sum + amount.amount, 0);
  // What is owed to a seller stands on the credit side; the whole book adds up to nothing.
  expect(booked('seller_pending')).toBe(-due.amount);
  expect(booked()).toBe(0);
  await page.goto(`/${locale}/vendeur/versements`);
  const shown = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: subOrderNumber }) });
  for (const amount of [goods, commission, vatOnCommission, due]) {
    await expect(
      shown
        .getByRole('definition')
        .filter({ hasText: formatMoney(amount, locale) })
        .first(),
    ).toBeVisible();
  }
}
