import { Injectable } from '@nestjs/common';
import type { PaymentToOpen } from '@tiwizi/orders';
import { newId, type EntityManager } from '@tiwizi/persistence';
import { newTransferReference } from '../domain/transfer-reference.js';

/** One row inside the transaction that places the order: from here on the order has somebody to ask about its money. */
@Injectable()
export class OpenPayment {
  async execute(tx: EntityManager, { orderId, number, method, amount, contact }: PaymentToOpen): Promise<string> {
    const id = newId();
    await tx.query(
      `insert into payments.payment
         (id, order_id, order_number, method, status, status_cause, amount, currency, locale, return_token,
          transfer_reference)
       values ($1, $2, $3, $4, 'created', 'order-placed', $5, $6, $7, $8, $9)`,
      [
        id,
        orderId,
        number,
        method,
        amount.amount,
        amount.currency,
        contact.locale,
        contact.token,
        method === 'bank-transfer' ? newTransferReference() : null,
      ],
    );
    return id;
  }
}
