import { expect, test } from '@playwright/test';
import { openCooperative } from '../marketplace/cooperative.js';
import { newPhone } from '../marketplace/people.js';
import { caseOf, submitListing } from '../marketplace/product.js';
import { moderator } from '../marketplace/staff.js';
import { textIn } from '../reading/texts.js';

const t = textIn('fr');

test('MOD-4: a decision taken back within ten seconds comes back as it was typed', async ({ browser }) => {
  const title = `Panier ${newPhone().full}`;
  await submitListing(await openCooperative('fr'), { title: { fr: title } });
  const { id } = await caseOf(title);
  const context = await browser.newContext({ storageState: (await moderator()).storageState() });
  const page = await context.newPage();
  await page.goto(`/fr/admin/moderation/${id}`);
  const panel = page.getByRole('complementary', { name: t('moderation', 'decision.label') });
  await panel.getByRole('radio', { name: t('moderation', 'decision.reject'), exact: true }).check();
  await panel.getByRole('checkbox', { name: t('moderation', 'reason.photo'), exact: true }).check();
  await panel.getByRole('combobox', { name: t('moderation', 'decision.field') }).selectOption('photos');
  const message = panel.getByRole('textbox', { name: t('moderation', 'decision.message') });
  await message.fill('Trop sombre : prenez-la dehors.');
  const send = panel.getByRole('button', { name: t('moderation', 'decision.send') });
  await expect(send).toBeInViewport();
  await send.click();
  await page.getByRole('button', { name: t('moderation', 'hold.undo') }).click();
  await page.waitForURL(new RegExp(`/admin/moderation/${id}$`));
  await expect(panel.getByRole('radio', { name: t('moderation', 'decision.reject'), exact: true })).toBeChecked();
  await expect(panel.getByRole('checkbox', { name: t('moderation', 'reason.photo'), exact: true })).toBeChecked();
  await expect(message).toHaveValue('Trop sombre : prenez-la dehors.');
  await context.close();
});
