import { expect, test } from '@playwright/test';
import { ListListings } from '@tiwizi/contracts';
import { openCooperative } from '../marketplace/cooperative.js';
import { codeSentTo, messagesTo } from '../marketplace/mailbox.js';
import { textIn } from '../reading/texts.js';

const t = textIn('fr');

test('ACC-3: whoever must sign in first arrives at the page that was asked for', async ({ page }) => {
  const { president } = await openCooperative('fr');
  const known = (await messagesTo(president.phone.full)).map(({ id }) => id);
  await page.goto('/fr/vendeur/commandes?liste=pretes');
  await page.getByRole('textbox', { name: t('account', 'identifier') }).fill(president.phone.typed);
  await page.getByRole('button', { name: t('account', 'askCode') }).click();
  const code = page.getByRole('textbox', { name: t('account', 'code') });
  await code.fill('12');
  await page.getByRole('button', { name: t('account', 'signIn'), exact: true }).click();
  await expect(code).toHaveAccessibleDescription(new RegExp(t('account', 'codeRequired')));
  await expect(page.getByText(t('account', 'codeSent'))).toBeVisible();
  await code.fill(await codeSentTo(president.phone.full, known));
  await page.getByRole('button', { name: t('account', 'signIn'), exact: true }).click();
  await page.waitForURL(/\/fr\/vendeur\/commandes\?liste=pretes$/);
});

test('a first step without a photo that can be used leaves no empty draft behind', async ({ browser }) => {
  const { id: coopId, president } = await openCooperative('fr');
  const context = await browser.newContext({ storageState: president.visitor.storageState() });
  const page = await context.newPage();
  await page.goto('/fr/vendeur/produits/nouveau/photos');
  await page.getByRole('button', { name: t('workspace', 'continue') }).click();
  const problem = page.getByRole('alert').filter({ hasText: t('frame', 'problem') });
  await expect(problem).toContainText('photo');
  const chosen = page.locator('input[type=file]').last();
  await chosen.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await expect(problem).toContainText('JPEG');
  const { items } = await president.visitor.api.call(ListListings, { params: { coopId } });
  expect(items).toEqual([]);
  await context.close();
});
