import type { Database, NamedStatement } from '@tiwizi/persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../material/random.js';
import type { Connection } from '../load/connection.js';

const codesSent: NamedStatement = {
  name: 'bench-codes',
  text: `select recipient, text from notifications.message where sent_at is not null and recipient = any ($1::text[])`,
};
const lookMs = 4;
const patienceMs = 20_000;

interface Waiting {
  done(code: string): void;
  failed(error: unknown): void;
  until: number;
}

/**
 * Hands buyers the codes that left for them. In life a telephone shows them, at no cost of ours: they are read where
 * they were noted as sent, and only while somebody waits.
 */
export class CodeReader {
  private readonly waiting = new Map<string, Waiting>();
  private isLooking = false;

  constructor(private readonly database: Database) {}

  codeFor(phone: string): Promise<string> {
    return new Promise((done, failed) => {
      this.waiting.set(phone, { done, failed, until: Date.now() + patienceMs });
      if (!this.isLooking) void this.look();
    });
  }

  private async look(): Promise<void> {
    this.isLooking = true;
    try {
      for (; this.waiting.size; await sleep(lookMs)) {
        const phones = [...this.waiting.keys()];
        const rows = await this.database.named<{ recipient: string; text: string }>(codesSent, [phones]);
        for (const { recipient, text } of rows) this.hand(recipient, /\b\d{6}\b/.exec(text)?.[0]);
        for (const [phone, { until }] of this.waiting) if (until < Date.now()) throw new Error(`no code for ${phone}`);
      }
    } catch (error) {
      for (const { failed } of this.waiting.values()) failed(error);
      this.waiting.clear();
    } finally {
      this.isLooking = false;
    }
  }

  private hand(phone: string, code: string | undefined): void {
    if (!code) return;
    this.waiting.get(phone)?.done(code);
    this.waiting.delete(phone);
  }
}

export interface Goods {
  goods: readonly { variantId: string }[];
  provinceIds: readonly string[];
}

let buyers = 0;
/** Each buyer has a number of their own: the limits of cash on delivery are per telephone. */
const nextPhone = (): string => `+2126${String(10_000_000 + ((Date.now() * 64 + buyers++) % 89_999_999))}`;
/** The same wishes in every run, whoever comes first. */
const wishes = new Random(40);
const anyOf = <T>(list: readonly T[]): T => wishes.pick(list);

/** A guest's whole purchase: cart, two products, address with delivery, prices, order, code. */
export async function purchase(
  connection: Connection,
  { goods, provinceIds }: Goods,
  codes: CodeReader,
): Promise<void> {
  const phone = nextPhone();
  const { id: cartId } = await connection.good<{ id: string }>('POST', '/api/v1/carts', {});
  await addSomething(connection, cartId, goods);
  await addSomething(connection, cartId, goods);
  const address = { name: 'Itto', phone, provinceId: anyOf(provinceIds), line: 'Près de la fontaine' };
  await connection.good('PUT', `/api/v1/carts/${cartId}/delivery`, { address });
  const order = await placeOrder(connection, cartId);
  // Somebody else has just bought the last one: this buyer leaves, the next one comes.
  if (!order) return purchase(connection, { goods, provinceIds }, codes);
  const code = await codes.codeFor(phone);
  await connection.good('POST', `/api/v1/orders/${order.number}/confirm?token=${order.token}`, { code });
}

/** What is sold out is left, and something else is taken. */
async function addSomething(connection: Connection, cartId: string, goods: Goods['goods']): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const variantId = anyOf(goods).variantId;
    const { status, body } = await connection.ask('POST', `/api/v1/carts/${cartId}/lines`, { variantId, quantity: 1 });
    if (status < 300) return;
    if (status !== 409) throw new Error(`lines: ${status} ${JSON.stringify(body)}`);
  }
  throw new Error('everything is sold out');
}

async function placeOrder(connection: Connection, cartId: string): Promise<{ number: string; token: string } | null> {
  const paymentMethod = 'cash-on-delivery';
  const checkout = await connection.ask('POST', '/api/v1/checkouts', { cartId, paymentMethod });
  const checkoutId = (checkout.body as { id?: string }).id;
  const key = { 'idempotency-key': `bench-${cartId}` };
  const answer = checkoutId ? await connection.ask('POST', '/api/v1/orders', { checkoutId }, key) : checkout;
  if (answer.status < 300) return answer.body as { number: string; token: string };
  if (answer.status === 409) return null;
  throw new Error(`order: ${answer.status} ${JSON.stringify(answer.body)}`);
}
