import things from './things.json' with { type: 'json' };
import { academicLatin, annexed, chatSpelling, looseLatin, withArticle } from './spellings.js';

/** One thing, as it is typed in three scripts. */
export interface Triple {
  /** The product that is meant. */
  readonly product: string;
  readonly fr: string;
  readonly arab: string;
  readonly tfng: string;
  readonly latn: string;
}

export interface TripleProduct {
  readonly id: string;
  readonly title: { readonly fr: string; readonly ar: string; readonly zgh?: string };
}

interface Thing {
  readonly key: string;
  readonly fr: string;
  readonly ar: string;
  readonly zgh: string;
}

/** Which goods are made of, or taste of, what: only pairs somebody would look for. */
const pairs: readonly (readonly [goods: string, of: string])[] = [
  ['carpet blanket cushion djellaba burnous scarf hat bag belt', 'wool silk cotton'],
  ['babouche bag belt cushion sandals', 'leather'],
  ['bracelet necklace ring earrings fibula', 'silver copper stone'],
  ['box spoon bowl mirror lamp plate', 'wood thuya cedar'],
  ['lamp mirror plate teapot', 'copper'],
  ['bowl plate jar lamp tajine', 'clay'],
  ['basketry mat hat box', 'reed'],
  ['honey', 'thyme rosemary lavender carob'],
  ['oil', 'almond walnut nigella pricklyPear'],
  ['soap', 'honey olive argan henna lavender milk'],
  ['jam', 'fig apple grape pomegranate'],
  ['tea', 'mint verbena thyme wormwood'],
  ['bread couscous flour semolina', 'barley wheat'],
  ['perfume', 'lavender saffron'],
];
const most = 300;

/** French elides before a vowel: huile d'argan. */
const of = (fr: string): string => (/^[aeiouyéèh]/i.test(fr) ? `d'${fr}` : `de ${fr}`);

function compose(good: Thing, material: Thing): Thing {
  return {
    key: `${good.key}-${material.key}`,
    fr: `${good.fr} ${of(material.fr.toLowerCase())}`,
    ar: `${good.ar} ${withArticle(material.ar)}`,
    zgh: `${good.zgh} ⵏ ${annexed(material.zgh)}`,
  };
}

/** Every thing once: other words for it are other ways to ask, not other products. */
function goods(): Thing[] {
  const known = new Map<string, Thing>();
  for (const { key, fr, ar, zgh } of things) if (!known.has(ar)) known.set(ar, { key, fr, ar, zgh });
  const byKey = new Map([...known.values()].map((thing) => [thing.key, thing]));
  const named = (list: string) => list.split(' ').flatMap((key) => byKey.get(key) ?? []);
  const composed = pairs.flatMap(([left, right]) =>
    named(left).flatMap((good) => named(right).map((material) => compose(good, material))),
  );
  return [...byKey.values(), ...composed];
}

/** As with real sellers, every second one has no Amazigh title. */
export const tripleProducts = (): TripleProduct[] =>
  goods().map(({ key, fr, ar, zgh }, place) => ({ id: key, title: { fr, ar, ...(place % 2 === 0 && { zgh }) } }));

/** Habits of typing: the words as they are; on a telephone, with article and without dots. */
export function triples(): Triple[] {
  const all = goods();
  const plain = all.map(({ key, fr, ar, zgh }): Triple => ({
    product: key,
    fr,
    arab: ar,
    tfng: zgh,
    latn: academicLatin(zgh),
  }));
  const typed = all.map(({ key, fr, ar, zgh }, place): Triple => ({
    product: key,
    fr,
    arab: key.includes('-') ? ar : withArticle(ar),
    tfng: key.includes('-') ? zgh.replaceAll('ⴻ', '') : annexed(zgh),
    latn: place % 2 === 0 ? looseLatin(academicLatin(zgh)) : chatSpelling(ar),
  }));
  return [...plain, ...typed].slice(0, most);
}
