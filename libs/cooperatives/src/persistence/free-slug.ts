import type { Translations } from '@tiwizi/contracts';
import { pickText } from '@tiwizi/i18n';
import { lock, type EntityManager } from '@tiwizi/persistence';
import { slugify } from '@tiwizi/text';

const longest = 100;

/** « tifawin-tata »: name and place, and the end of the id where two cooperatives share both. */
export async function freeSlug(
  tx: EntityManager,
  { name, place }: { name: Translations; place: Translations },
  id: string,
): Promise<string> {
  const words = slugify(`${pickText(name, 'fr').text} ${pickText(place, 'fr').text}`);
  const wanted = words.slice(0, longest).replace(/-+$/, '');
  await lock(tx, `cooperatives/slug/${wanted}`);
  const taken: unknown[] = await tx.query('select 1 from cooperatives.cooperative where slug = $1', [wanted]);
  return taken.length ? `${wanted}-${id.slice(-8)}` : wanted;
}
