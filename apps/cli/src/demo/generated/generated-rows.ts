import type { PublishedProduct } from '@tiwizi/catalog';
import type { RegistryRow } from '@tiwizi/cooperatives';
import { demoNumber } from '../demo-id.js';
import { publishedProduct } from '../published-products.js';
import { cooperativeId, registryRow } from '../registry-rows.js';
import type { SampleCooperative, Samples } from '../samples.js';
import { sequentialId } from './sequential-id.js';
import { varieties } from './varieties.js';

/** Above every number of the samples: a court's register has room for them all. */
const firstRegisterNumber = 2_000_000;
/** One product in so many belongs to one of a few large cooperatives; the others share evenly. */
const largeShare = 50;
const largeCooperatives = 13;

const oneOf = <T>(list: readonly T[], position: number): T => {
  const item = list[position % list.length];
  if (item === undefined) throw new Error('there is no sample to draw from');
  return item;
};

export const generatedCooperativeId = (position: number): string => sequentialId('cooperative', position);

/** Which of the generated cooperatives offers the n-th generated product. */
export const ownerOf = (position: number, cooperatives: number): number =>
  position % largeShare === 0
    ? (position / largeShare) % Math.min(largeCooperatives, cooperatives)
    : position % cooperatives;

/** The place of a generated cooperative: another sample's than its name. */
const placeOf = ({ cooperatives }: Samples, position: number): SampleCooperative =>
  oneOf(cooperatives, position + Math.floor(position / cooperatives.length));

/** The n-th generated cooperative: one sample's people, the place of another, a register number of its own. */
export function generatedCooperative(samples: Samples, position: number): RegistryRow {
  const people = registryRow(oneOf(samples.cooperatives, position));
  const { place, provinceId, court } = registryRow(placeOf(samples, position));
  const number = position + 1;
  return {
    ...people,
    place,
    provinceId,
    court,
    id: generatedCooperativeId(position),
    slug: `${people.slug.slice(0, 100)}-c${number}`,
    name: namesOf(samples, position),
    localRegisterNumber: firstRegisterNumber + number,
    ice: null,
    rib: null,
    phone: null,
    labels: [],
  };
}

function namesOf(samples: Samples, position: number): RegistryRow['name'] {
  const { name } = oneOf(samples.cooperatives, position);
  const { commune } = placeOf(samples, position);
  return {
    ...name,
    fr: `${name.fr} ${commune.fr}`,
    ar: `${name.ar} ${commune.ar}`,
    ...(name.zgh && { zgh: `${name.zgh} ${position + 1}` }),
  };
}

export const generatedProductId = (position: number): string => sequentialId('product', position);

interface Owner {
  id: string;
  name: { fr: string; ar: string };
  commune: { fr: string; ar: string };
}

export function generatedOwner(samples: Samples, position: number): Owner {
  const name = namesOf(samples, position);
  const { commune } = placeOf(samples, position);
  return { id: generatedCooperativeId(position), name: { fr: name.fr ?? '', ar: name.ar ?? '' }, commune };
}

export function sampleOwner({ cooperatives }: Samples, position: number): Owner {
  const { id, name, commune } = oneOf(cooperatives, position);
  return { id: cooperativeId(id), name, commune };
}

/** The n-th generated product: a sample's goods in a variety, from a place and at a price of its own. */
export function generatedProduct({ products }: Samples, position: number, owner: Owner): PublishedProduct {
  const sample = oneOf(products, position);
  const product = publishedProduct(sample);
  const number = position + 1;
  const variety = oneOf(varieties, Math.floor(position / products.length) + position);
  const percent = 80 + demoNumber(`generated-price/${position}`, 41);
  const { fr, ar, en } = sample.title;
  const { description } = sample;
  return {
    ...product,
    id: generatedProductId(position),
    cooperativeId: owner.id,
    slug: `${product.slug.slice(0, 100)}-p${number}`,
    title: {
      fr: `${thing(fr)} ${variety.fr} – ${owner.commune.fr}`,
      ar: `${thing(ar)} ${variety.ar} - ${owner.commune.ar}`,
      ...(en && { en: `${thing(en)}, ${variety.en} – ${owner.commune.fr}` }),
    },
    description: {
      fr: `${owner.name.fr}, ${owner.commune.fr}. ${saysOfIt(description.fr)}`,
      ar: `${owner.name.ar}، ${owner.commune.ar}. ${saysOfIt(description.ar)}`,
      ...(description.en && { en: `${owner.name.fr}, ${owner.commune.fr}. ${saysOfIt(description.en)}` }),
    },
    labelIds: [],
    publishedAt: new Date(product.publishedAt.getTime() - demoNumber(`generated-day/${position}`, 86_400) * 1000),
    variants: product.variants.map((variant, place) => ({
      ...variant,
      id: sequentialId('variant', position, place),
      sku: `P-${number}-${place + 1}`,
      // Prices end in half dirhams, as they do at the market.
      price: { amount: Math.max(50, Math.round((variant.price.amount * percent) / 5_000) * 50), currency: 'MAD' },
    })),
  };
}

/** A sample's title without the place it ends with. */
const thing = (title: string): string => title.split(/ [–-] /)[0] ?? title;

/** What a description says after the sentence about its makers. */
const saysOfIt = (description: string): string =>
  description
    .split(/(?<=\.) /)
    .slice(1)
    .join(' ');
