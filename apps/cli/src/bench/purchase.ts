import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Connection } from './load.js';
import { Connection as NewConnection } from './load.js';
import type { Material } from './material.js';

interface CodeMessage {
  to: string;
  template: string;
  text: string;
}

/** Reads the demonstration's mailbox for all buyers at once: in life, the code comes by SMS. */
export class CodeReader {
  private readonly codes = new Map<string, string>();
  private readonly connection: NewConnection;
  private isReading = true;
  private readonly loop: Promise<void>;

  constructor(url: string) {
    this.connection = new NewConnection(url);
    this.loop = this.read();
  }

  async codeFor(phone: string): Promise<string> {
    for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(2)) {
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

let buyers = 0;
/** Each buyer has a number of their own: the limits of cash on delivery are per telephone. */
const nextPhone = (): string => `+2126${String(10_000_000 + ((process.pid * 131_071 + buyers++) % 89_999_999))}`;

/** A guest's whole purchase: cart, two products, address with delivery, prices, order, code. */
export async function purchase(
  connection: Connection,
  { products, provinceIds }: Material,
  codes: CodeReader,
): Promise<void> {
  const phone = nextPhone();
  const one = products[Math.floor(Math.random() * products.length)];
  const other = products[Math.floor(Math.random() * products.length)];
  const provinceId = provinceIds[Math.floor(Math.random() * provinceIds.length)];
  const { id: cartId } = await good<{ id: string }>(connection.ask('POST', '/api/v1/carts', {}));
  for (const product of [one, other]) {
    await good(connection.ask('POST', `/api/v1/carts/${cartId}/lines`, { variantId: product?.variantId, quantity: 1 }));
  }
  const address = { name: 'Itto', phone, provinceId, line: 'Près de la fontaine' };
  await good(connection.ask('PUT', `/api/v1/carts/${cartId}/delivery`, { address }));
  const checkout = await good<{ id: string }>(
    connection.ask('POST', '/api/v1/checkouts', { cartId, paymentMethod: 'cash-on-delivery' }),
  );
  const order = await good<{ number: string; token: string }>(
    connection.ask('POST', '/api/v1/orders', { checkoutId: checkout.id }, { 'idempotency-key': `bench-${cartId}` }),
  );
  const code = await codes.codeFor(phone);
  await good(connection.ask('POST', `/api/v1/orders/${order.number}/confirm?token=${order.token}`, { code }));
}

async function good<T>(answer: Promise<Answer>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}
