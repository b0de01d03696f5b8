import type { Page } from '@playwright/test';
import type { Locale } from '@tiwizi/i18n';
import { codeSentTo, messagesTo } from '../marketplace/mailbox.js';
import type { Person } from '../marketplace/people.js';
import { textIn } from '../reading/texts.js';

/** By the code sent to her telephone, as people do who keep no password. */
export async function signIn(page: Page, person: Person, locale: Locale): Promise<void> {
  const t = textIn(locale);
  const known = (await messagesTo(person.phone.full)).map(({ id }) => id);
  await page.goto(`/${locale}/connexion`);
  await page.getByRole('textbox', { name: t('account', 'identifier') }).fill(person.phone.typed);
  await page.getByRole('button', { name: t('account', 'askCode') }).click();
  await page.getByRole('textbox', { name: t('account', 'code') }).fill(await codeSentTo(person.phone.full, known));
  await page.getByRole('button', { name: t('account', 'signIn'), exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/connexion'));
}
