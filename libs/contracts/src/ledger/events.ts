import { z } from 'zod';
import { event } from '../shared/event.js';
import { Id, Money } from '../shared/values.js';

/** The return window is over: the cooperative's share of a sub-order can be paid out. */
export const ShareReleasedV1 = event(
  'ledger.share-released.v1',
  'quick',
  z.strictObject({ subOrderId: Id, cooperativeId: Id, amount: Money }),
);
