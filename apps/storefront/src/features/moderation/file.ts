import type { CaseDetail, CaseRow } from '@tiwizi/contracts';
import { useRouteLoaderData } from 'react-router';
import type { z } from 'zod';

export type Case = z.infer<typeof CaseRow>;
export type Signal = Case['signals'][number];
export type Change = CaseDetail['changes'][number];
export interface CaseFile {
  readonly items: Case[];
  readonly nextCursor: string | null;
  readonly openCount: number;
  readonly decidedToday: number;
  readonly signal: string | null;
  readonly hasKeys: boolean;
}

/** What the desk around this page has read already. */
export function useFile(): CaseFile {
  const file = useRouteLoaderData<CaseFile>('routes/moderation/desk');
  if (!file) throw new Error('a case is shown outside the moderation desk');
  return file;
}

export const signalCodes = [
  'health-claim',
  'contact-in-text',
  'price-jump',
  'look-alike-letters',
  'first-listing',
  'no-photo',
] as const satisfies readonly Signal['code'][];

export const reasonCodes = [
  'photo',
  'description',
  'price',
  'category',
  'health-claim',
  'counterfeit',
  'forbidden-product',
  'contact-in-text',
  'duplicate',
  'other',
] as const;
export const partCodes = ['title', 'description', 'category', 'price', 'quantity', 'photos'] as const;
export const decisionKinds = ['approve', 'request-change', 'reject'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** The case after this one, going round; none when it is the last. */
export function neighbours(items: readonly Case[], id: string) {
  const at = items.findIndex((each) => each.id === id);
  return { position: at + 1, next: items[at + 1] ?? items.find((each) => each.id !== id), previous: items[at - 1] };
}
