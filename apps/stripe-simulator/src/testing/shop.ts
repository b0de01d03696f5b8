import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { startSimulator, type Simulator, type SimulatorOptions } from '../simulator.js';

export const secretKey = 'sk_test_simulator';
export const webhookSecret = 'whsec_simulator';

export function databaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set: run the specs through the workspace');
  // The database of this spec file is to be renewed afterwards.
  const marks = globalThis as { tiwiziUsed?: { database?: boolean } };
  marks.tiwiziUsed = { ...marks.tiwiziUsed, database: true };
  return url;
}

export function simulate(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return startSimulator({ databaseUrl: databaseUrl(), port: 0, secretKey, webhookSecret, ...options });
}

/** The official SDK, pointed at the simulator. It retries nothing, so that a spec sees every answer. */
export function sdk(simulator: Simulator, key = secretKey): Stripe {
  const { hostname, port } = new URL(simulator.url);
  return new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });
}

export async function control(simulator: Simulator, path: string, body: object = {}): Promise<number> {
  const response = await fetch(`${simulator.url}/simulator/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.status;
}

export interface Delivered {
  body: string;
  signature: string;
  event: Stripe.Event;
}

/** The shop's end of the webhooks: keeps what arrives and answers as told. */
export class Shop {
  readonly received: Delivered[] = [];
  status = 200;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Shop> {
    const server = createServer();
    const shop = new Shop(server);
    server.on('request', (request: IncomingMessage, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        shop.received.push({
          body,
          signature: String(request.headers['stripe-signature']),
          event: JSON.parse(body) as Stripe.Event,
        });
        response.writeHead(shop.status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return shop;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhooks`;
  }

  types(): string[] {
    return this.received.map(({ event }) => event.type);
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Asks again until it is true; a condition that never comes fails with its name. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What the SDK threw. */
export async function refusal(call: Promise<unknown>): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
