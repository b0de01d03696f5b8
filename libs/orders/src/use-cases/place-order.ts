import { Injectable } from '@nestjs/common';
import type { PaymentMethod } from '@tiwizi/contracts';
import { CartAlreadyOrdered, CheckoutApi, type PricedCheckout } from '@tiwizi/checkout';
import { LedgerApi } from '@tiwizi/ledger';
import { Database, newId } from '@tiwizi/persistence';
import { assertMayPayCash, type CashRecord } from '../domain/cash-policy.js';
import { orderDocument } from '../domain/order-document.js';
import { drawOrderNumber } from '../domain/order-number.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import type { PaymentState } from '../domain/payment-desk.js';
import { cashRecordOf, isCashPlaceTaken } from '../persistence/cash-record.js';
import { orderRow, type OrderRow } from '../persistence/order-row.js';
import { violates } from '../persistence/violations.js';
import { WriteOrder } from './write-order.js';

/** How long the goods wait for a card, or for a transfer or the code by phone. */
const holdMinutes: Record<PaymentMethod, number> = {
  card: 15,
  'cash-on-delivery': 48 * 60,
  'bank-transfer': 48 * 60,
};

const findPlaced = {
  name: 'orders.find-placed',
  text: `select ${orderRow} as row, o.checkout_id = $1 as "isSame" from orders."order" o
         where o.checkout_id = $1 or o.number = $2
         order by "isSame" desc limit 1`,
};

export interface Buyer {
  readonly accountId: string | null;
  /** How the journal names them. */
  readonly actor: string;
}

type Placed = 'id' | 'number' | 'status' | 'secretSalt' | 'phone' | 'codeSentAt' | 'expiresAt' | 'paymentMethod';

export interface PlacedOrder extends Pick<OrderRow, Placed> {
  /** As it was opened; null when it has to be read, because the order was placed before. */
  readonly payment: PaymentState | null;
}

@Injectable()
export class PlaceOrder {
  constructor(
    private readonly database: Database,
    private readonly checkouts: CheckoutApi,
    private readonly ledger: LedgerApi,
    private readonly secrets: OrderSecrets,
    private readonly writing: WriteOrder,
  ) {}

  /**
   * Asked twice for the same checkout, answers twice with the same order, whatever key was used. Asked for another
   * checkout of the same cart (a second tab), names the order and opens it: only who has the cart knows its checkouts.
   */
  async execute(buyer: Buyer, checkoutId: string): Promise<PlacedOrder> {
    try {
      return await this.place(buyer, checkoutId);
    } catch (error) {
      if (!(error instanceof CartAlreadyOrdered)) throw error;
      const [placed] = await this.database.named<{ row: OrderRow; isSame: boolean }>(findPlaced, [
        checkoutId,
        error.orderNumber,
      ]);
      if (placed?.isSame) return { ...placed.row, payment: null };
      throw placed ? new CartAlreadyOrdered(error.orderNumber, this.secrets.tokenOf(placed.row)) : error;
    }
  }

  private async place(buyer: Buyer, checkoutId: string): Promise<PlacedOrder> {
    const checkout = await this.checkouts.review(checkoutId);
    const placedAt = new Date();
    const expiresAt = new Date(placedAt.getTime() + holdMinutes[checkout.paymentMethod] * 60_000);
    const terms = await this.ledger.terms(placedAt);
    for (let attempt = 1; ; attempt += 1) {
      const identity = {
        id: newId(),
        number: drawOrderNumber(),
        accountId: buyer.accountId,
        secretSalt: this.secrets.newSalt(),
        placedAt,
        expiresAt,
      };
      const document = orderDocument(checkout, identity, terms);
      try {
        const payment = await this.database.transaction(async (tx) => {
          await this.checkouts.take(tx, checkout, identity.number);
          return this.writing.execute(tx, document, buyer.actor);
        });
        const instants = { codeSentAt: placedAt.toISOString(), expiresAt: expiresAt.toISOString() };
        return { ...document.order, ...instants, status: 'placed', payment };
      } catch (error) {
        const isRace = isNumberTaken(error) || (await this.isPlaceFreeAgain(error, checkout));
        if (attempt >= mostTries || !isRace) throw error;
      }
    }
  }

  /** Both places for open cash orders are taken: said so; one was taken by an order placed at the same moment: again. */
  private async isPlaceFreeAgain(error: unknown, { address, totalAmount, currency }: PricedCheckout): Promise<boolean> {
    if (!isCashPlaceTaken(error)) return false;
    const [phone] = await this.database.query<{ cashRecord: CashRecord }>(
      `select ${cashRecordOf('$1')} as "cashRecord"`,
      [address.phone],
    );
    if (phone) assertMayPayCash(phone.cashRecord, totalAmount, currency);
    return true;
  }
}

const mostTries = 3;

/** One chance in a million, once a year: another number is drawn. */
const isNumberTaken = (error: unknown): boolean => violates(error, 'order_number_taken');
