import { expect, type Page } from '@playwright/test';
import { ListCategories } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { photograph } from '../marketplace/photograph.js';
import { Visitor } from '../marketplace/visitor.js';
import { textIn } from '../reading/texts.js';

export interface WantedListing {
  readonly title: string;
  readonly story: string;
  /** As typed: « 129,50 ». */
  readonly price: string;
  readonly stock: string;
}

/** What these tests sell, as the catalogue calls it in this language. */
async function basketry(locale: Locale): Promise<{ family: string; kind: string }> {
  const { categories } = await new Visitor().api.call(ListCategories, { query: { locale } });
  const nameOf = (wanted: string) => categories.find(({ id }) => id === wanted)!.name.text;
  return { family: nameOf('basketry'), kind: nameOf('baskets') };
}

/** The five questions of a new product, from the photograph to « Envoyer pour validation ». */
export async function listProduct(page: Page, locale: Locale, wanted: WantedListing): Promise<void> {
  const t = textIn(locale);
  const next = page.getByRole('button', { name: t('workspace', 'continue'), exact: true });
  await page.goto(`/${locale}/vendeur/produits`);
  await page
    .getByRole('link', { name: t('workspace', 'products.new') })
    .first()
    .click();
  await page.getByLabel(t('workspace', 'photos.choose')).setInputFiles({
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: await photograph(),
  });
  await expect(page.getByRole('list', { name: t('workspace', 'photos.list') }).getByRole('listitem')).toHaveCount(1);
  await next.click();
  await page.getByRole('textbox', { name: t('workspace', 'field.title') }).fill(wanted.title);
  const { family, kind } = await basketry(locale);
  const categories = page.getByRole('radiogroup', { name: t('workspace', 'field.category') });
  await categories.getByText(family, { exact: true }).click();
  await categories.getByRole('radio', { name: kind, exact: true }).check();
  await next.click();
  await page.getByRole('textbox', { name: t('workspace', 'field.price') }).fill(wanted.price);
  await page.getByRole('spinbutton', { name: t('workspace', 'field.stock') }).fill(wanted.stock);
  await page.getByRole('textbox', { name: t('workspace', 'field.weight') }).fill('900');
  await next.click();
  await page.getByRole('textbox', { name: t('workspace', 'field.story') }).fill(wanted.story);
  await next.click();
  await page.getByRole('button', { name: t('workspace', 'editor.submit'), exact: true }).click();
  await page.waitForURL(/\/vendeur\/produits\?fait=sent/);
}
