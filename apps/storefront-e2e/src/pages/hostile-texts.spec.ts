import { expect, test, type Page } from '@playwright/test';
import { CreateListing, RegisterAccount } from '@tiwizi/contracts';
import { ApiProblem } from '@tiwizi/api-client';
import { openCooperative } from '../marketplace/cooperative.js';
import { newPhone } from '../marketplace/people.js';
import { caseOf, publishProduct, submitListing } from '../marketplace/product.js';
import { moderator } from '../marketplace/staff.js';
import { Visitor } from '../marketplace/visitor.js';
import { open } from './visit.js';

const payloads = [
  '<script>window.isHacked = true</script>',
  '<img src=x onerror="window.isHacked = true">',
  '"><svg onload=window.isHacked=true>',
  '</script></title><script>window.isHacked = true</script>',
];

/** Text that is a script stays text: nothing ran, and the policy had nothing to stop. */
async function expectHarmless(page: Page, text: string): Promise<void> {
  await expect(page.getByText(text).first()).toBeVisible();
  expect(await page.evaluate(() => 'isHacked' in window)).toBe(false);
  expect(await page.locator('main img[src="x"], main svg[onload], main script:not([type])').count()).toBe(0);
}

test('F61: titles and stories that are scripts are shown as text everywhere, under an intact policy', async ({
  browser,
}) => {
  const cooperative = await openCooperative('fr');
  const mark = newPhone().full.slice(-7);
  const complaints: string[] = [];
  const context = await browser.newContext({ storageState: (await moderator()).storageState() });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const story = payloads.join('\n');
  for (const [index, payload] of payloads.entries()) {
    const title = `${payload} ${mark}${index}`;
    const { slug } = await publishProduct(cooperative, { title: { fr: title }, description: { fr: story } });
    const response = await open(page, 'fr', `/p/${slug}`);
    expect(response.headers()['content-security-policy']).toMatch(/script-src 'self' '(nonce|sha256)-[\w+/=-]+'/);
    expect(response.headers()['content-security-policy']).not.toContain('unsafe');
    await expectHarmless(page, title);
    const data: unknown = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({ name: title, description: story });
  }
  const title = `${payloads[0]} ${mark}5`;
  await submitListing(cooperative, { title: { fr: title }, description: { fr: story } });
  const { id } = await caseOf(title);
  await open(page, 'fr', '/admin/moderation');
  await expectHarmless(page, title);
  await open(page, 'fr', `/admin/moderation/${id}`);
  await expectHarmless(page, title);
  await open(page, 'fr', `/recherche?q=${encodeURIComponent(payloads[1]!)}`);
  expect(await page.evaluate(() => 'isHacked' in window)).toBe(false);
  expect(complaints).toEqual([]);
});

test('F62: marks that turn the direction of text are refused in names', async () => {
  const cooperative = await openCooperative('fr');
  const { api } = cooperative.president.visitor;
  for (const mark of ['\u202e', '\u2066', '\u202b', '\u2069']) {
    const listing = api.call(CreateListing, {
      params: { coopId: cooperative.id },
      body: { title: { fr: `Panier ${mark}rond` } },
    });
    await expect(listing).rejects.toThrow(ApiProblem);
    const account = new Visitor().api.call(RegisterAccount, {
      body: { name: `Fadma ${mark}Aït`, identifier: newPhone().full, locale: 'fr' },
    });
    await expect(account).rejects.toThrow(ApiProblem);
  }
});

test('F62: a right-to-left name beside a price leaves its digits in order', async ({ page }) => {
  const cooperative = await openCooperative('ar', `تعاونية ${newPhone().full.slice(-5)} الأمل`);
  const title = `سلة 12 ${newPhone().full.slice(-7)}`;
  const { slug } = await publishProduct(cooperative, { title: { ar: title }, price: 123_450 });
  for (const locale of ['fr', 'ar', 'en']) {
    await open(page, locale, `/p/${slug}`);
    // Where each digit is drawn: from left to right they must read as they are written.
    const drawn = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('.buy-bar')!, NodeFilter.SHOW_TEXT);
      const digits: { digit: string; left: number }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        for (let at = 0; at < text.length; at += 1) {
          if (!/\d/.test(text[at]!)) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          digits.push({ digit: text[at]!, left: range.getBoundingClientRect().left });
        }
      }
      return digits
        .toSorted((a, b) => a.left - b.left)
        .map(({ digit }) => digit)
        .join('');
    });
    expect(drawn, locale).toMatch(/^12345/);
  }
});
