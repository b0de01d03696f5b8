import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../material/random.js';
import { Connection } from '../load/connection.js';

interface CodeMessage {
  to: string;
  template: string;
  text: string;
}

/** Reads the demonstration's mailbox for all buyers at once: in life, the code comes by SMS. */
export class CodeReader {
  private readonly codes = new Map<string, string>();
  private readonly connection: Connection;
  private isReading = true;
  private readonly loop: Promise<void>;

  constructor(url: string) {
    this.connection = new Connection(url);
    this.loop = this.read();
  }

  async codeFor(phone: string): Promise<string> {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(2)) {
      const code = this.codes.get(phone);
      if (code) return code;
    }
    throw new Error(`no code reached ${phone}`);
  }

  async stop(): Promise<void> {
    this.isReading = false;
    await this.loop;
    this.connection.close();
  }

  private async read(): Promise<void> {
    for (; this.isReading; await sleep(20)) {
      const { body } = await this.connection.ask('GET', '/api/v1/demo/mailbox?limit=100');
      for (const { to, text } of (body as { items: CodeMessage[] }).items) {
        const code = /\b\d{6}\b/.exec(text)?.[0];
        if (code) this.codes.set(to, code);
      }
    }
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
