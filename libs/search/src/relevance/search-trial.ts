import { randomUUID } from 'node:crypto';
import type { Settings } from '@tiwizi/settings';
import { productDocument, type FindableProduct } from '../engine/product-document.js';
import type { Texts } from '../engine/texts.js';
import { ProductSearch } from '../engine/product-search.js';
import { engineClient } from '../engine/engine-client.js';
import { SearchIndex } from '../engine/search-index.js';
import { windowFor } from '../rank/ranked-window.js';
import { Lexicon } from '../lexicon/lexicon.js';

const batch = 5000;

export interface TrialProduct {
  readonly id: string;
  readonly title: Texts;
  readonly description?: Texts;
  readonly cooperative?: Texts;
}

/** Somebody's catalogue in an index of its own, found by the shop's own documents, settings and query plan. */
export class SearchTrial {
  private constructor(
    private readonly index: SearchIndex,
    private readonly search: ProductSearch,
  ) {}

  static async open(
    settings: Pick<Settings, 'meiliUrl' | 'meiliKey' | 'indexPrefix'>,
    products: readonly TrialProduct[],
  ): Promise<SearchTrial> {
    const client = engineClient(settings, 30_000);
    const lexicon = new Lexicon();
    const index = new SearchIndex(client, `${settings.indexPrefix}trial_${randomUUID()}`);
    // What is judged is the order, not the patience of a busy machine.
    await index.create({ searchCutoffMs: 5000 });
    for (let start = 0; start < products.length; start += batch) {
      await index.put(
        products.slice(start, start + batch).map((product) => productDocument(findable(product), lexicon)),
      );
    }
    return new SearchTrial(index, new ProductSearch(client, index.uid, lexicon));
  }

  /** Ids of the best products, best first. */
  async find(q: string, limit: number): Promise<string[]> {
    const { asked } = windowFor({ offset: 0, limit }, true);
    const { hits } = await this.search.find(q, {}, asked, false);
    return hits.slice(0, limit).map(({ id }) => id);
  }

  close(): Promise<void> {
    return this.index.drop();
  }
}

/** Texts only: nothing else of a trial's product is looked at. */
function findable({ id, title, description = {}, cooperative = {} }: TrialProduct): FindableProduct {
  return {
    id,
    title: textsOf(title),
    description: textsOf(description),
    cooperative: textsOf(cooperative),
    categoryIds: [],
    regionId: '',
    provinceId: '',
    cooperativeSlug: '',
    labelIds: [],
    isWomenLed: false,
    shipsTo: [],
    rank: { shopSince: 0, members: null },
    availability: 'in-stock',
    priceAmount: 0,
    publishedAt: 0,
    card: emptyCard(id, textsOf(title)),
    checksum: '',
  };
}

const textsOf = ({ fr, ar, zgh, en }: Texts): Texts => ({
  ...(fr && { fr }),
  ...(ar && { ar }),
  ...(zgh && { zgh }),
  ...(en && { en }),
});

const emptyCard = (id: string, title: Texts): FindableProduct['card'] => ({
  id,
  slug: id,
  title,
  picture: { url: '', srcset: null, width: 0, height: 0, isGenerated: true, alt: null },
  cooperative: { id, slug: id, name: {}, place: {}, isVerified: false, emblem: '' },
  price: { amount: 0, currency: 'MAD' },
  measure: null,
  variantCount: 0,
  availability: 'in-stock',
  stockLeft: null,
  categoryId: '',
  craft: '',
  regionId: '',
  provinceId: '',
  isWomenLed: false,
  labelIds: [],
});
