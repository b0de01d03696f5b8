import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Locale } from '@tiwizi/i18n';

export type TestCard = 'success' | 'insufficient_funds' | 'authentication_required';

const folder = fileURLToPath(new URL('../../../stripe-simulator/src/i18n', import.meta.url));

/** The words of the payment page, which belongs to the provider and not to the shop. */
export function cardPageText(locale: Locale, key: string): string {
  const texts: Record<string, string> = JSON.parse(readFileSync(`${folder}/${locale}/payment-page.json`, 'utf8'));
  return texts[key] ?? key;
}

const payButton = (page: Page, locale: Locale) =>
  page.getByRole('button', { name: cardPageText(locale, 'pay').replace('{amount}', '').trim() });

/** Fills the form with one of the provider's test cards and pays. */
export async function payWith(page: Page, locale: Locale, card: TestCard): Promise<void> {
  await page.waitForURL(/\/pay\/pi_/);
  await page
    .getByRole('button', { name: cardPageText(locale, `card.${card}`) })
    .first()
    .click();
  await payButton(page, locale).click();
}

export async function answerBank(page: Page, locale: Locale, answer: 'approve' | 'refuse'): Promise<void> {
  await page.getByRole('button', { name: cardPageText(locale, `authentication.${answer}`) }).click();
}
