import { expect, type BrowserContext, type Page, type Response } from '@playwright/test';
import { address } from '../marketplace/visitor.js';

/** Opens a page and waits until React answers for it. */
export async function open(page: Page, locale: string, path: string, status = 200): Promise<Response> {
  const response = await page.goto(`/${locale}${path}`, { waitUntil: 'commit' });
  expect(response?.status(), `/${locale}${path}`).toBe(status);
  await hydrated(page);
  return response!;
}

/** The box of the header becomes a combobox when the page's effects have run; desks have no box, but React's marks. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const box = document.querySelector('header .site-search');
    if (box) return box.getAttribute('role') === 'combobox';
    const main = document.querySelector('main');
    return main !== null && Object.keys(main).some((key) => key.startsWith('__reactProps'));
  });
}

export async function carryCart(context: BrowserContext, cartId: string): Promise<void> {
  await context.addCookies([{ name: 'tiwizi_cart', value: cartId, url: address, httpOnly: true, sameSite: 'Lax' }]);
}
