import { find, type Kind } from '../persistence/resources.js';
import { invalidParameter, notFound } from '../wire/errors.js';
import { listPage, listParameters } from '../wire/lists.js';
import type { Call, Operation } from '../wire/operation.js';
import { balance } from './balance-transaction.js';
import { idOf, lockIntent } from './payment-intent.js';
import { refundPayment } from './refund-payment.js';

const createRefund: Operation = {
  name: 'refunds.create',
  method: 'POST',
  url: '/v1/refunds',
  accepts: ['amount', 'charge', 'instructions_email', 'metadata', 'payment_intent', 'reason'],
  async handle(call) {
    const { work, parameters, settings } = call;
    const request = {
      amount: parameters.positiveInteger('amount'),
      reason: parameters.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null,
      metadata: parameters.metadata(),
      bankDelayMs: settings.bankDelayMs,
    };
    return refundPayment(work, await lockIntent(work.tx, await refundedIntent(call)), request);
  },
};

async function refundedIntent({ work, parameters }: Call): Promise<string> {
  const intentId = parameters.text('payment_intent');
  if (intentId) return intentId;
  const chargeId = parameters.text('charge');
  if (!chargeId) {
    throw invalidParameter(
      'One of the following params should be provided for this request: payment_intent or charge.',
      'payment_intent',
      'parameter_missing',
    );
  }
  const charge = await find(work.tx, 'charge', chargeId);
  if (!charge) throw notFound('charge', chargeId, 'charge');
  return idOf(charge.body.payment_intent);
}

const listRefunds: Operation = {
  name: 'refunds.list',
  method: 'GET',
  url: '/v1/refunds',
  accepts: [...listParameters, 'charge', 'payment_intent'],
  handle: ({ work, parameters }) =>
    listPage(work.tx, 'refund', '/v1/refunds', parameters, {
      equal: { charge: parameters.text('charge'), payment_intent: parameters.text('payment_intent') },
    }),
};

const listCharges: Operation = {
  name: 'charges.list',
  method: 'GET',
  url: '/v1/charges',
  accepts: [...listParameters, 'payment_intent'],
  handle: ({ work, parameters }) =>
    listPage(work.tx, 'charge', '/v1/charges', parameters, {
      equal: { payment_intent: parameters.text('payment_intent') },
    }),
};

const listBalanceTransactions: Operation = {
  name: 'balance_transactions.list',
  method: 'GET',
  url: '/v1/balance_transactions',
  accepts: [...listParameters, 'currency', 'source', 'type'],
  handle: ({ work, parameters }) =>
    listPage(work.tx, 'balance_transaction', '/v1/balance_transactions', parameters, {
      equal: {
        currency: parameters.text('currency'),
        source: parameters.text('source'),
        type: parameters.text('type'),
      },
    }),
};

const listEvents: Operation = {
  name: 'events.list',
  method: 'GET',
  url: '/v1/events',
  accepts: [...listParameters, 'delivery_success', 'type', 'types'],
  handle: ({ work, parameters }) =>
    listPage(work.tx, 'event', '/v1/events', parameters, {
      equal: { type: parameters.has('types') ? parameters.texts('types') : parameters.text('type') },
      delivered: parameters.boolean('delivery_success'),
    }),
};

const retrieveBalance: Operation = {
  name: 'balance.retrieve',
  method: 'GET',
  url: '/v1/balance',
  accepts: [],
  handle: ({ work }) => balance(work.tx),
};

function retrieve(resource: string, kind: Kind): Operation {
  return {
    name: `${resource}.retrieve`,
    method: 'GET',
    url: `/v1/${resource}/:id`,
    accepts: [],
    async handle({ work, id }) {
      const stored = await find(work.tx, kind, id);
      if (!stored) throw notFound(kind, id);
      return stored.body;
    },
  };
}

export const moneyOperations = [
  createRefund,
  listRefunds,
  retrieve('refunds', 'refund'),
  listCharges,
  retrieve('charges', 'charge'),
  listBalanceTransactions,
  retrieve('balance_transactions', 'balance_transaction'),
  retrieve('payment_methods', 'payment_method'),
  listEvents,
  retrieve('events', 'event'),
  retrieveBalance,
];
