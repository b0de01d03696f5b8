import { Injectable } from '@nestjs/common';
import { Outbox } from '@tiwizi/events';
import { AuditJournal, Database } from '@tiwizi/persistence';
import { nextCodeAt, secondsUntil } from '../domain/code-pause.js';
import { CodeExpired, CodeTooSoon, InvalidTransition, TooManyCodes } from '../domain/order-errors.js';
import { codeIssued } from '../domain/order-messages.js';
import { assertMaySee, type Proof } from '../domain/order-policy.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import { holdRow } from '../persistence/order-row.js';

/** The first one and five more. */
const mostCodes = 6;

const countCode = `update orders."order" set code_count = $2, code_tries = 0, code_sent_at = now() where id = $1`;

@Injectable()
export class ResendCode {
  constructor(
    private readonly database: Database,
    private readonly secrets: OrderSecrets,
    private readonly journal: AuditJournal,
    private readonly outbox: Outbox,
  ) {}

  /** A new code; the one before is worthless from now on, and tries are counted afresh. */
  async execute(number: string, proof: Proof, actor: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const order = await holdRow(tx, { number });
      assertMaySee(order, proof, this.secrets);
      if (order.status !== 'placed' || order.paymentMethod !== 'cash-on-delivery') {
        throw new InvalidTransition('order', order.status, 'confirmed');
      }
      if (order.isPastExpiry) throw new CodeExpired();
      const count = order.codeCount + 1;
      if (count > mostCodes) throw new TooManyCodes();
      const pause = secondsUntil(nextCodeAt(order.codeSentAt));
      if (pause > 0) throw new CodeTooSoon(pause);
      await tx.query(countCode, [order.id, count]);
      await this.journal.record(tx, { action: 'orders.code-resent', subject: `order:${number}`, actor });
      const code = this.secrets.codeOf(order, count);
      await this.outbox.publishAll(tx, [codeIssued(order, this.secrets.tokenOf(order), code)]);
    });
  }
}
