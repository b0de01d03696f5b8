import { expect, type Page } from '@playwright/test';
import { directionOf } from '@tiwizi/i18n';
import { test } from '../marketplace/world.js';
import { cartPages, orderPages, publicPages, type PageToSee } from './page-list.js';
import { carryCart, open } from './visit.js';

test.describe.configure({ mode: 'parallel' });

/** The languages browsers speak that open our pages: none of them decides what a page says. */
const browsers = ['ar-MA', 'fr-FR', 'en-US'];

for (const locale of ['fr', 'ar', 'zgh', 'en'] as const) {
  for (const browserLocale of browsers) {
    test(`M8: every public page in ${locale} says the same before and after its scripts, in a ${browserLocale} browser`, async ({
      browser,
      world,
    }) => {
      const context = await browser.newContext({ locale: browserLocale });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      const pages: PageToSee[] = [...publicPages(world), ...orderPages(world)];
      for (const each of pages) await expectSame(page, locale, each);
      await carryCart(context, world.cartId);
      for (const each of cartPages()) await expectSame(page, locale, each);
      expect(complaints).toEqual([]);
      await context.close();
    });
  }
}

/** What the console, React and the policy for scripts complain about, with the page it happened on. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  const note = (text: string) => complaints.push(`${page.url()}: ${text}`);
  page.on('pageerror', (error) => note(error.message));
  page.on('console', (message) => {
    const isMissingPage = message.text().includes('404') && page.url().endsWith('/nulle-part');
    if (['error', 'warning'].includes(message.type()) && !isMissingPage) note(message.text());
  });
  return complaints;
}

async function expectSame(page: Page, locale: 'fr' | 'ar' | 'zgh' | 'en', each: PageToSee): Promise<void> {
  const response = await open(page, locale, each.path, each.status);
  const html = await response.text();
  expect(html.slice(0, 400)).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
  expect(html.slice(0, 400)).toMatch(new RegExp(`<html[^>]* dir="${directionOf(locale)}"`));
  const { before, after } = await page.evaluate((source) => {
    // Buttons that only scripts can answer appear with them, and a countdown runs on.
    const textOf = (root: Document) => {
      const main = root.querySelector('main')!.cloneNode(true) as Element;
      for (const element of main.querySelectorAll('button[type="button"], script, [role="timer"]')) element.remove();
      return main.textContent;
    };
    return { before: textOf(new DOMParser().parseFromString(source, 'text/html')), after: textOf(document) };
  }, html);
  expect(after, `/${locale}${each.path}`).toBe(before);
}
