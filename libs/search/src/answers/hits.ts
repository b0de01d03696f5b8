import type { ProductHit } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import type { EngineHit } from '../engine/product-search.js';
import { cardFor } from '../engine/product-card.js';
import type { Mark } from '../highlight/marks.js';
import { arrange, type Arranged } from '../rank/arrange.js';
import type { Viewpoint } from '../rank/points.js';
import type { RankedWindow } from '../rank/ranked-window.js';

export interface Reader {
  readonly locale: Locale;
  readonly marksIn: (text: string) => Mark[];
}

/** The hits of a page as its reader sees them: in order, in a language, with marks and reasons. */
export function hitsFor(
  found: readonly EngineHit[],
  { shown, isRanked }: RankedWindow,
  viewpoint: Viewpoint,
  reader: Reader,
): ProductHit[] {
  const inOrder: readonly Arranged<EngineHit>[] = isRanked
    ? arrange(found, viewpoint)
    : found.map((hit) => ({ ...hit, why: [] }));
  return inOrder.slice(shown.offset, shown.offset + shown.limit).map((hit) => hitFor(hit, viewpoint, reader));
}

function hitFor(hit: Arranged<EngineHit>, { near, places }: Viewpoint, { locale, marksIn }: Reader): ProductHit {
  const card = cardFor(hit.card, locale);
  const titleMarks = marksIn(card.title.text);
  return {
    ...card,
    titleMarks,
    // What the lexicon found stands in the title all the same: the words match.
    why: hit.why.map(({ code, points }) => ({
      code: code === 'same-thing' && titleMarks.length ? 'words-match' : code,
      points,
    })),
    distanceKm: near ? places.distance(near, card.provinceId) : null,
  };
}
