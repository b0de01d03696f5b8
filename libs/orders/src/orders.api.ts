import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@tiwizi/persistence';
import type { PayableOrder, Share } from './domain/payable-order.js';
import { ConfirmPaidOrder, type Confirmation } from './use-cases/confirm-paid-order.js';
import { ExtendHold } from './use-cases/extend-hold.js';
import { FindPayable, type PayableKey } from './use-cases/find-payable.query.js';
import { ListShares } from './use-cases/list-shares.query.js';
import { PayByCash } from './use-cases/pay-by-cash.js';
import { RejectPending } from './use-cases/reject-pending.js';

@Injectable()
export class OrdersApi {
  constructor(
    private readonly confirming: ConfirmPaidOrder,
    private readonly extending: ExtendHold,
    private readonly finding: FindPayable,
    private readonly sharing: ListShares,
    private readonly payingByCash: PayByCash,
    private readonly rejecting: RejectPending,
  ) {}

  /** `impossible`: canceled, or expired and the goods are gone; the money must go back. */
  confirm(tx: EntityManager, orderId: string, cause: string): Promise<Confirmation> {
    return this.confirming.execute(tx, orderId, cause);
  }

  /** Once, while the buyer's bank asks for proof: until 45 minutes after placing. Null when nothing was extended. */
  extend(tx: EntityManager, orderId: string): Promise<Date | null> {
    return this.extending.execute(tx, orderId);
  }

  payable(key: PayableKey): Promise<PayableOrder | null> {
    return this.finding.execute(key);
  }

  shares(tx: EntityManager | null, orderId: string): Promise<Share[]> {
    return this.sharing.execute(tx, orderId);
  }

  /** A placed order's payment becomes cash on delivery: its limits hold, a code goes to the phone, the goods wait 48 h. */
  payByCash(tx: EntityManager, orderId: string): Promise<void> {
    return this.payingByCash.execute(tx, orderId);
  }

  /** The parcels no cooperative has answered for become `auto_rejected`, their goods go back, everyone is told. */
  rejectPending(tx: EntityManager, orderId: string, cause: string): Promise<void> {
    return this.rejecting.execute(tx, orderId, cause);
  }
}
