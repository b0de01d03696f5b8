import { Injectable } from '@nestjs/common';
import { Database, type EntityManager } from '@tiwizi/persistence';
import { westernDigits } from '@tiwizi/text';
import { CodeExpired, InvalidTransition, WrongCode } from '../domain/order-errors.js';
import { assertMaySee, type Proof } from '../domain/order-policy.js';
import { OrderSecrets } from '../domain/order-secrets.js';
import { holdRow } from '../persistence/order-row.js';
import { ConfirmHeldOrder } from './confirm-held-order.js';

const mostTries = 5;

@Injectable()
export class ConfirmByCode {
  constructor(
    private readonly database: Database,
    private readonly secrets: OrderSecrets,
    private readonly confirming: ConfirmHeldOrder,
  ) {}

  /** The code that went to the phone proves it. Confirmed before: nothing more to prove. */
  async execute(number: string, proof: Proof, actor: string, code: string): Promise<void> {
    const isRight = await this.database.transaction((tx) => this.attempt(tx, number, proof, actor, code));
    // Refused only now: thrown inside, it would take the counted try back.
    if (!isRight) throw new WrongCode();
  }

  private async attempt(
    tx: EntityManager,
    number: string,
    proof: Proof,
    actor: string,
    code: string,
  ): Promise<boolean> {
    const order = await holdRow(tx, { number });
    assertMaySee(order, proof, this.secrets);
    if (order.paymentMethod !== 'cash-on-delivery') throw new InvalidTransition('order', order.status, 'confirmed');
    if (['confirmed', 'in_progress', 'delivered', 'completed'].includes(order.status)) return true;
    if (order.status !== 'placed') throw new InvalidTransition('order', order.status, 'confirmed');
    if (order.isPastExpiry || order.codeTries >= mostTries) throw new CodeExpired();
    // A code typed with Arabic digits or spaces is the same code.
    if (!this.secrets.isCode(order, order.codeCount, westernDigits(code).replace(/\s/g, ''))) {
      await tx.query(`update orders."order" set code_tries = code_tries + 1 where id = $1`, [order.id]);
      return false;
    }
    await this.confirming.execute(tx, order, actor, 'phone-code');
    return true;
  }
}
