import type { Page } from '@playwright/test';
import type { Locale } from '@tiwizi/i18n';
import { caseOf } from '../marketplace/product.js';
import { textIn } from '../reading/texts.js';

type Kind = 'approve' | 'request-change' | 'reject';
type Reason = 'photo' | 'description' | 'health-claim';
type Part = 'title' | 'description' | 'photos';

interface Decision {
  readonly kind: Kind;
  readonly reason?: Reason;
  readonly part?: Part;
  readonly message?: string;
}

/** The moderator opens the case from the queue, decides and does not wait for the ten seconds of « Annuler ». */
export async function decideCase(page: Page, locale: Locale, title: string, decision: Decision): Promise<string> {
  const t = textIn(locale);
  const { id } = await caseOf(title);
  await page.goto(`/${locale}/admin/moderation`);
  const file = page.getByRole('list', { name: t('moderation', 'queue.title') });
  await file.getByRole('link', { name: title }).click();
  await page.waitForURL(new RegExp(`/admin/moderation/${id}`));
  await page.getByRole('radio', { name: t('moderation', `decision.${decision.kind}`), exact: true }).check();
  if (decision.reason)
    await page.getByRole('checkbox', { name: t('moderation', `reason.${decision.reason}`), exact: true }).check();
  if (decision.part) {
    const part = t('moderation', `part.${decision.part}`);
    await page.getByRole('combobox', { name: t('moderation', 'decision.field') }).selectOption({ label: part });
  }
  if (decision.message)
    await page.getByRole('textbox', { name: t('moderation', 'decision.message') }).fill(decision.message);
  await page.getByRole('button', { name: t('moderation', 'decision.send'), exact: true }).click();
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().includes(id),
  );
  await page.getByRole('button', { name: t('moderation', 'hold.now'), exact: true }).click();
  await answer;
  return id;
}
