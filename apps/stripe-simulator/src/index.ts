/**
 * A Stripe simulator for development and tests. The official SDK talks to it when its
 * `host`, `port` and `protocol` point here; no card, no money, no network are needed.
 *
 * **Owns** the schema `stripe_simulator`: resources, webhook deliveries, idempotency keys and
 * planned changes. Nothing is kept in memory, so it may be killed at any moment and goes on
 * where it stopped; a change, its events and its remembered answer commit together.
 *
 * **Speaks** Stripe's wire format (`contract/`): payment intents, charges, refunds, balance
 * transactions, events, balance; test cards and `pm_card_…`; manual and partial capture;
 * idempotency keys; signed webhooks that are tried for three days. What a real account would
 * refuse is refused here with the same codes, `payment_method_types` on a payment intent included.
 *
 * **Shows** the buyer `GET /pay/{id}?client_secret=…&return_url=…&locale=fr|ar|zgh|en` and the
 * bank's question `/3ds/{id}`, without scripts. The result is told by webhooks even when she
 * never comes back.
 *
 * **Obeys** tests under `/simulator/…`: faults, paused, doubled or shuffled webhooks, expiring
 * holds, settling refunds.
 *
 * Rules worth knowing: a released hold (cancel, rest of a partial capture) appears as a refund
 * without a balance transaction, as at Stripe; fees are invented figures.
 */
export { startSimulator, type Simulator, type SimulatorOptions } from './simulator.js';
export type { Behaviour } from './controls/faults.js';
export type { DeliveryCount } from './webhooks/deliveries.js';
export { testCards } from './payments/test-cards.js';
