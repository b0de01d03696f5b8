import { MoneyAssertion, type Currency, type Money } from '@tiwizi/money';
import { newId } from '@tiwizi/persistence';

/** A debit is positive, a credit negative. */
export type Line = readonly [account: string, currency: Currency, amount: number];

export interface Entry {
  readonly id: string;
  /** The posting's number in reliability §5: `P1`. */
  readonly kind: string;
  /** Says which fact this is: the same fact is posted once, however often it is told. */
  readonly businessKey: string;
  readonly orderId: string;
  readonly subOrderId: string | null;
  readonly cause: string;
  readonly reversesKey: string | null;
  readonly occurredAt: Date;
  readonly lines: readonly Line[];
}

export type Fact = Omit<Entry, 'id' | 'lines' | 'subOrderId' | 'reversesKey'> &
  Partial<Pick<Entry, 'subOrderId' | 'reversesKey'>>;

/** Null when no money moved: a free order leaves nothing to write down. */
export function entry(fact: Fact, debits: readonly Side[], credits: readonly Side[]): Entry | null {
  const lines = [
    ...debits.map(([account, { amount, currency }]): Line => [account, currency, amount]),
    ...credits.map(([account, { amount, currency }]): Line => [account, currency, -amount]),
  ].filter(([, , amount]) => amount !== 0);
  const sums = new Map<Currency, number>();
  for (const [, currency, amount] of lines) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  if ([...sums.values()].some((sum) => sum !== 0)) throw new MoneyAssertion(`${fact.businessKey} does not balance`);
  if (!lines.length) return null;
  return { subOrderId: null, reversesKey: null, ...fact, id: newId(), lines };
}

type Side = readonly [account: string, value: Money];
