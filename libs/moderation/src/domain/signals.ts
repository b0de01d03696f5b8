import type { CaseSignal, ListingDraft } from '@tiwizi/contracts';
import { locales } from '@tiwizi/i18n';
import { hasLookAlikes } from '@tiwizi/text';
import type { z } from 'zod';
import { contactIn } from './contact-details.js';
import { healthClaimIn } from './health-claims.js';

export type Signal = z.infer<typeof CaseSignal>;

export interface Submission {
  proposed: ListingDraft;
  live: ListingDraft | null;
  /** How many products of the cooperative buyers have seen. */
  productCount: number;
}

const jumpPercent = 30;
const textFields = ['title', 'description'] as const;

/** What a moderator should look at first, and why. A signal decides nothing. */
export function signalsOf({ proposed, live, productCount }: Submission): Signal[] {
  const inTexts = textFields.flatMap((field) => textSignals(proposed, field));
  const jump = priceJump(proposed, live);
  return [
    ...inTexts,
    ...(jump ? [jump] : []),
    ...(productCount === 0 ? [signal('first-listing', null, {})] : []),
    ...(proposed.imageIds?.length ? [] : [signal('no-photo', 'photos', {})]),
  ];
}

/** One signal of each kind for a field: the first language in which it is found, and the words themselves. */
function textSignals(proposed: ListingDraft, field: (typeof textFields)[number]): Signal[] {
  const kinds = [
    ['health-claim', healthClaimIn],
    ['contact-in-text', contactIn],
    ['look-alike-letters', lookAlikeIn],
  ] as const;
  return kinds.flatMap(([code, find]) => {
    for (const locale of locales) {
      const found = find(proposed[field]?.[locale] ?? '');
      if (found) return [signal(code, field, { locale, found })];
    }
    return [];
  });
}

const lookAlikeIn = (text: string): string | undefined => text.split(/\s+/).find((word) => word && hasLookAlikes(word));

/** The variant whose price moved most, up or down: a slip of a zero hurts the cooperative as much as the buyer. */
function priceJump(proposed: ListingDraft, live: ListingDraft | null): Signal | undefined {
  const before = new Map((live?.variants ?? []).map(({ id, price }) => [id, price.amount]));
  const moves = (proposed.variants ?? []).flatMap(({ id, price }) => {
    const beforeAmount = id === undefined ? undefined : before.get(id);
    if (!beforeAmount) return [];
    const moved = price.amount - beforeAmount;
    if (Math.abs(moved) * 100 < jumpPercent * beforeAmount) return [];
    const percent = Math.round((moved * 100) / beforeAmount);
    return [{ percent, beforeAmount, afterAmount: price.amount, currency: price.currency }];
  });
  const largest = moves.sort((a, b) => Math.abs(b.percent) - Math.abs(a.percent))[0];
  return largest && signal('price-jump', 'price', largest);
}

const signal = (code: Signal['code'], field: Signal['field'], params: Signal['params']): Signal => ({
  code,
  field,
  params,
});
