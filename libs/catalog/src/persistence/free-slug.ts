import type { ListingDraft } from '@tiwizi/contracts';
import { pickText } from '@tiwizi/i18n';
import { lock, type EntityManager } from '@tiwizi/persistence';
import { slugify } from '@tiwizi/text';
import { sourceLocaleOf } from '../domain/submission.js';

/** The product's address, made once from its first accepted name and kept whatever it is called later. */
export async function freeSlug(tx: EntityManager, productId: string, content: ListingDraft): Promise<string> {
  const base = slugify(pickText(content.title ?? {}, sourceLocaleOf(content) ?? 'fr').text);
  const candidates = [
    base,
    ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${base}-${number}`),
    `${base}-${productId.slice(-12)}`,
  ];
  await lock(tx, `catalog/slug/${base}`);
  const [free] = await tx.query<{ slug: string }[]>(
    `select slug from unnest($1::text[]) with ordinality as candidate(slug, position)
     where not exists (select from catalog.product p where p.slug = candidate.slug)
     order by position limit 1`,
    [candidates],
  );
  if (!free) throw new Error(`no address is left for product ${productId}`);
  return free.slug;
}
