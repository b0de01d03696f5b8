/**
 * @tiwizi/payments: how an order is paid, and how money goes back.
 *
 * Owns payments with the history of their states, tries of cards, the provider's messages, captures and refunds; it is
 * the only context that talks to a card provider. Cash and bank transfers are payments without a provider.
 *
 * Rules: a state moves only along its arrows, in the code and in the database; facts win by rank, whoever brings them
 * (return page, webhook, sweep); what was asked and not answered is `unknown` until it has been read back; the provider
 * is never called inside a transaction, and every call carries a key made from our own id. A card is held first and
 * captured when the cooperatives have accepted, for what they accepted; money for what nobody will receive goes back.
 */
export { paymentsMigrations } from './persistence/migrations/index.js';
export { PaymentsModule } from './payments.module.js';
