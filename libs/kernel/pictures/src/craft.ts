/** The crafts that have a pictogram, each with the category ids it stands for. */
const categoriesOf = {
  honey: 'hive honey hive-products',
  argan: 'argan-oil-food argan-oil-cosmetic',
  saffron: 'saffron',
  carpet: 'textile rugs-knotted kilims boucherouite blankets cushions table-linen',
  pottery: 'pottery cookware tableware decor-ceramics zellige',
  basketry: 'basketry baskets hats-mats wicker-furniture',
  oil: 'food-oils olive-oil other-food-oils prickly-pear-oil essential-oils',
  spices: 'spices ground-spices dried-herbs herbal-teas',
  dates: 'fruit-nuts dates date-products dried-figs nuts other-dried-fruit fresh-fruit',
  couscous: 'cereals couscous flours pulses',
  preserves: 'food spreads amlou jams preserves olives-capers condiments salt-vinegar catering',
  dairy: 'dairy goat-cheese camel-products',
  bakery: 'bakery pastries',
  sea: 'sea dried-fish seaweed',
  cosmetics: 'beauty soaps floral-waters clay-henna creams-balms',
  jewellery: 'jewellery silver beads',
  leather: 'leather babouches leather-bags leather-poufs leather-accessories',
  wood: 'wood thuya kitchen-wood carved-wood',
  clothing: 'clothing djellabas-caftans scarves',
  metal: 'metal brassware lanterns candles',
  plants: 'farm seedlings',
  stay: 'services rural-stays workshops',
  handmade: 'crafts other-crafts instruments toys upcycled',
} as const;

export type Craft = keyof typeof categoriesOf;

export const crafts = Object.keys(categoriesOf) as readonly Craft[];

export const isCraft = (value: string): value is Craft => Object.hasOwn(categoriesOf, value);

const craftByCategory = new Map<string, Craft>(
  crafts.flatMap((craft) => categoriesOf[craft].split(' ').map((category) => [category, craft] as const)),
);

/**
 * The craft of a category, or of the nearest ancestor that has one (`ancestors` from the nearest up), so that a
 * category added tomorrow has a picture at once. A craft's own name is its craft.
 */
export function craftOf(categoryId: string, ancestors: readonly string[] = []): Craft {
  for (const id of [categoryId, ...ancestors]) {
    const craft = craftByCategory.get(id) ?? (isCraft(id) ? id : undefined);
    if (craft) return craft;
  }
  return 'handmade';
}
