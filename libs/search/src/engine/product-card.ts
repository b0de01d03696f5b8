import type { Picture, ProductCard } from '@tiwizi/contracts';
import { pickText, type Locale } from '@tiwizi/i18n';
import type { Texts } from './texts.js';

/** A card with every language in it: kept in the document, so that an answer needs no other read. */
export interface StoredCard extends Omit<ProductCard, 'title' | 'cooperative'> {
  readonly title: Texts;
  readonly provinceId: string;
  readonly isWomenLed: boolean;
  readonly labelIds: string[];
  readonly picture: Picture;
  readonly cooperative: Omit<ProductCard['cooperative'], 'name' | 'place'> & {
    readonly name: Texts;
    readonly place: Texts;
  };
}

/** A card in one language, with everything else a hit says of the product itself. */
export type FoundCard = ProductCard & Pick<StoredCard, 'provinceId' | 'isWomenLed' | 'labelIds'>;

export function cardFor({ title, cooperative, ...card }: StoredCard, locale: Locale): FoundCard {
  return {
    ...card,
    title: pickText(title, locale),
    cooperative: {
      ...cooperative,
      name: pickText(cooperative.name, locale),
      place: pickText(cooperative.place, locale),
    },
  };
}
