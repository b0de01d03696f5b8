import { expect, test, type Page } from '@playwright/test';
import { ReadJournal, ShowListing } from '@tiwizi/contracts';
import { openCooperative, type Cooperative } from '../marketplace/cooperative.js';
import { messageTo } from '../marketplace/mailbox.js';
import { newPhone } from '../marketplace/people.js';
import { publishProduct, submitListing } from '../marketplace/product.js';
import { admin, moderator } from '../marketplace/staff.js';
import type { Visitor } from '../marketplace/visitor.js';
import { textIn } from '../reading/texts.js';
import { decideCase } from './decide-case.js';

test.describe.configure({ mode: 'parallel' });

const messages = {
  fr: 'Une phrase promet une guérison. Retirez-la et renvoyez.',
  ar: 'جملة تعد بالشفاء. احذفوها وأعيدوا الإرسال.',
  zgh: 'Une phrase promet une guérison. Retirez-la et renvoyez.',
};

for (const locale of ['fr', 'ar', 'zgh'] as const) {
  test(`M4: a change sent back with its reason reaches the cooperative in ${locale}; buyers keep the version in force`, async ({
    browser,
  }) => {
    const t = textIn(locale);
    const mark = newPhone().full.slice(-7);
    const cooperative = await openCooperative(locale);
    const { id, slug } = await publishProduct(cooperative, { title: { [locale]: `ⴰ ${mark}` } });
    const open = async (visitor?: Visitor): Promise<Page> =>
      (await browser.newContext(visitor && { storageState: visitor.storageState() })).newPage();
    const president = await open(cooperative.president.visitor);
    await editTitle(president, locale, id, `ⴱ ${mark}`);

    const desk = await open(await moderator());
    // The moderator works in French; the cooperative reads its own language.
    const caseId = await decideCase(desk, 'fr', `ⴱ ${mark}`, {
      kind: 'request-change',
      reason: 'health-claim',
      part: 'title',
      message: messages[locale],
    });

    const sent = await messageTo(cooperative.president.phone.full, ({ text }) => text.includes(`ⴱ ${mark}`));
    // Amazigh messages wait for a reviewer and are sent in French until then, which they say.
    expect(sent.locale).toBe(locale === 'zgh' ? 'fr' : locale);
    await statusOf(cooperative, id, 'to-correct');
    await president.goto(`/${locale}/vendeur/produits/${id}`);
    const decision = president.getByRole('region', { name: t('workspace', 'decision.toCorrect') });
    await expect(decision).toContainText(t('workspace', 'reason.health-claim'));
    await expect(decision).toContainText(messages[locale]);

    const guest = await open();
    await guest.goto(`/${locale}/p/${slug}`);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText(`ⴰ ${mark}`);

    await editTitle(president, locale, id, `ⴳ ${mark}`);
    await decideCase(desk, 'fr', `ⴳ ${mark}`, { kind: 'approve' });
    await statusOf(cooperative, id, 'online');
    const later = await open();
    await expect(async () => {
      await later.goto(`/${locale}/p/${slug}`);
      await expect(later.getByRole('heading', { level: 1 })).toHaveText(`ⴳ ${mark}`, { timeout: 500 });
    }).toPass({ timeout: 15_000 });

    await expectInJournal(id, caseId, messages[locale]);
    const office = await open(await admin());
    await office.goto(`/fr/admin/journal?sujet=product:${id}`);
    const rows = office.getByRole('row').filter({ hasText: textIn('fr')('admin', 'action.moderation.case-decided') });
    await expect(rows).toHaveCount(3);
  });
}

test('M4: a listing refused for good never reaches buyers, and says why', async ({ browser }) => {
  const cooperative = await openCooperative('fr');
  const title = `Panier miraculeux ${newPhone().full.slice(-7)}`;
  const id = await submitListing(cooperative, { title: { fr: title } });
  const desk = await (await browser.newContext({ storageState: (await moderator()).storageState() })).newPage();
  await decideCase(desk, 'fr', title, { kind: 'reject', reason: 'photo', part: 'photos' });
  await statusOf(cooperative, id, 'refused');
  const storageState = cooperative.president.visitor.storageState();
  const president = await (await browser.newContext({ storageState })).newPage();
  await president.goto(`/fr/vendeur/produits/${id}`);
  const decision = president.getByRole('region', { name: textIn('fr')('workspace', 'decision.rejected') });
  await expect(decision).toContainText(textIn('fr')('workspace', 'reason.photo'));
});

async function editTitle(page: Page, locale: 'fr' | 'ar' | 'zgh', id: string, title: string): Promise<void> {
  const t = textIn(locale);
  await page.goto(`/${locale}/vendeur/produits/${id}`);
  await page.getByRole('textbox', { name: t('workspace', 'field.title') }).fill(title);
  await page.getByRole('button', { name: t('workspace', 'editor.submit'), exact: true }).click();
  await page.waitForURL(/\/vendeur\/produits\?fait=sent/);
}

async function statusOf({ id: coopId, president }: Cooperative, id: string, status: string): Promise<void> {
  await expect
    .poll(async () => (await president.visitor.api.call(ShowListing, { params: { coopId, id } })).status)
    .toBe(status);
}

/** Both decisions stand there: who, what, why. */
async function expectInJournal(productId: string, caseId: string, message: string): Promise<void> {
  const { api } = await admin();
  const { items } = await api.call(ReadJournal, { query: { subject: `product:${productId}`, limit: 100 } });
  const decisions = items.filter(({ action }) => action === 'moderation.case-decided');
  expect(decisions.map(({ details }) => details['kind'])).toEqual(['approve', 'request-change', 'approve']);
  const refusal = decisions.find(({ cause }) => cause === `case:${caseId}`);
  expect(refusal?.details).toMatchObject({ reasons: ['health-claim'], field: 'title', message });
}
