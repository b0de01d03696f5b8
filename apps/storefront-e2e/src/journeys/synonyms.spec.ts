import { expect, test } from '@playwright/test';
import { newPhone } from '../marketplace/people.js';
import { admin } from '../marketplace/staff.js';
import { open } from '../pages/visit.js';
import { textIn } from '../reading/texts.js';

/** A word nobody else uses. */
const newWord = () =>
  `zz${newPhone()
    .full.slice(-7)
    .replace(/\d/g, (digit) => 'bcdfghjklm'[Number(digit)] ?? '')}`;

test('SEARCH: an administrator makes a synonym of a word that was searched in vain', async ({ browser }) => {
  const t = textIn('fr');
  const context = await browser.newContext({ storageState: (await admin()).storageState() });
  const page = await context.newPage();
  const [word, other] = [newWord(), newWord()];
  await open(page, 'fr', `/admin/recherche?mots=${word}`);
  const words = page.locator('#words-new');
  await expect(words).toHaveValue(`${word}, `);
  // One word alone is a synonym of nothing.
  await page.getByRole('button', { name: t('admin', 'search.addDo'), exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: t('frame', 'problem') })).toBeFocused();
  await expect(words).toHaveValue(`${word}, `);
  await words.fill(`${word}، ${other}`);
  await page.getByRole('button', { name: t('admin', 'search.addDo'), exact: true }).click();
  await expect(page.getByText(t('admin', 'search.addDone'))).toBeVisible();

  const group = page.locator('.synonyms > li').filter({ hasText: word });
  await group.locator('summary').click();
  await group.getByRole('textbox', { name: t('admin', 'search.words') }).fill(`${word}, ${other}, ⵜⴰⵔⵢⴰⵍⵜ`);
  await group.getByRole('button', { name: t('admin', 'search.saveOf', { words: `${word}, ${other}` }) }).click();
  await expect(page.getByText(t('admin', 'search.saveDone'))).toBeVisible();
  await expect(group.locator('.synonym-words')).toContainText('ⵜⴰⵔⵢⴰⵍⵜ');

  await page.getByRole('searchbox', { name: t('admin', 'search.findLabel') }).fill(other);
  await page.getByRole('button', { name: t('admin', 'search.find'), exact: true }).click();
  await page.waitForURL(/q=/);
  await expect(page.locator('.synonyms > li')).toHaveCount(1);
  await group.locator('summary').click();
  await group.getByRole('button', { name: t('admin', 'search.removeOf') }).click();
  await expect(page.getByText(t('admin', 'search.removeDone'))).toBeVisible();
  await expect(group).toHaveCount(0);
  await context.close();
});
