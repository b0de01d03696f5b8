import { find, insert, save } from '../persistence/resources.js';
import { invalidParameter, notFound } from '../wire/errors.js';
import { listPage, listParameters } from '../wire/lists.js';
import { Declined, type Call, type Operation } from '../wire/operation.js';
import { cancelPayment, capturePayment } from './capture-payment.js';
import { confirmPayment } from './confirm-payment.js';
import { checkAmount, lockIntent, mustBe, newIntent, type PaymentIntentRecord } from './payment-intent.js';
import { paymentMethodById, paymentMethodFromData } from './payment-method.js';

const captureMethods = ['automatic', 'automatic_async', 'manual'] as const;
const confirmParameters = ['payment_method', 'payment_method_data', 'return_url'] as const;

/** `payment_method_types` is not among these: this version of the API no longer knows it. */
const create: Operation = {
  name: 'payment_intents.create',
  method: 'POST',
  url: '/v1/payment_intents',
  accepts: [
    ...confirmParameters,
    'amount',
    'automatic_payment_methods',
    'capture_method',
    'confirm',
    'currency',
    'description',
    'metadata',
    'receipt_email',
  ],
  async handle(call) {
    const { work, parameters } = call;
    const currency = parameters.required('currency').toLowerCase();
    parameters.required('amount');
    const amount = parameters.positiveInteger('amount') ?? 0;
    checkAmount(amount, currency);
    const body = newIntent({
      amount,
      currency,
      captureMethod: parameters.oneOf('capture_method', captureMethods) ?? 'automatic_async',
      automaticPaymentMethods: automaticPaymentMethods(call),
      description: parameters.text('description') ?? null,
      receiptEmail: parameters.text('receipt_email') ?? null,
      metadata: parameters.metadata(),
    });
    const intent: PaymentIntentRecord = { body, simulated: {} };
    await insert(work.tx, 'payment_intent', body);
    await work.tell('payment_intent.created', body);
    if (parameters.boolean('confirm')) return confirm(call, intent);
    if (parameters.has('return_url'))
      throw invalidParameter('A `return_url` can only be given together with `confirm`.', 'return_url');
    return body;
  },
};

function automaticPaymentMethods({ parameters }: Call): { enabled: boolean; allow_redirects: 'always' | 'never' } {
  const asked = parameters.tree('automatic_payment_methods');
  return {
    enabled: asked ? asked['enabled'] === 'true' : true,
    allow_redirects: asked?.['allow_redirects'] === 'never' ? 'never' : 'always',
  };
}

const retrieve: Operation = {
  name: 'payment_intents.retrieve',
  method: 'GET',
  url: '/v1/payment_intents/:id',
  accepts: ['client_secret'],
  async handle({ work, id }) {
    const intent = await find(work.tx, 'payment_intent', id);
    if (!intent) throw notFound('payment_intent', id, 'intent');
    return intent.body;
  },
};

const update: Operation = {
  name: 'payment_intents.update',
  method: 'POST',
  url: '/v1/payment_intents/:id',
  accepts: ['amount', 'currency', 'description', 'metadata', 'receipt_email'],
  async handle({ work, id, parameters }) {
    const intent = await lockIntent(work.tx, id);
    const { body } = intent;
    const amount = parameters.positiveInteger('amount') ?? body.amount;
    const currency = parameters.text('currency')?.toLowerCase() ?? body.currency;
    if (amount !== body.amount || currency !== body.currency) {
      mustBe(body, ['requires_payment_method', 'requires_confirmation', 'requires_action'], 'updated');
      checkAmount(amount, currency);
    }
    body.amount = amount;
    body.currency = currency;
    body.description = parameters.text('description') ?? body.description;
    body.receipt_email = parameters.text('receipt_email') ?? body.receipt_email;
    body.metadata = parameters.metadata(body.metadata);
    await save(work.tx, intent);
    return body;
  },
};

const confirmIntent: Operation = {
  name: 'payment_intents.confirm',
  method: 'POST',
  url: '/v1/payment_intents/:id/confirm',
  accepts: [...confirmParameters, 'client_secret'],
  async handle(call) {
    return confirm(call, await lockIntent(call.work.tx, call.id));
  },
};

async function confirm({ work, parameters, settings }: Call, intent: PaymentIntentRecord): Promise<object | Declined> {
  mustBe(intent.body, ['requires_payment_method', 'requires_confirmation', 'requires_action'], 'confirmed');
  const data = parameters.tree('payment_method_data');
  const paymentMethod = data
    ? await paymentMethodFromData(work.tx, data)
    : await paymentMethodById(work.tx, parameters.required('payment_method'));
  const error = await confirmPayment(work, intent, {
    paymentMethod,
    returnUrl: parameters.text('return_url'),
    publicUrl: settings.publicUrl,
  });
  return error ? new Declined(error) : intent.body;
}

const capture: Operation = {
  name: 'payment_intents.capture',
  method: 'POST',
  url: '/v1/payment_intents/:id/capture',
  accepts: ['amount_to_capture', 'metadata', 'final_capture'],
  async handle({ work, id, parameters }) {
    if (parameters.boolean('final_capture') === false)
      throw invalidParameter('Multicapture is not available for this card.', 'final_capture');
    const intent = await lockIntent(work.tx, id);
    intent.body.metadata = parameters.metadata(intent.body.metadata);
    await capturePayment(work, intent, parameters.positiveInteger('amount_to_capture'));
    return intent.body;
  },
};

const cancel: Operation = {
  name: 'payment_intents.cancel',
  method: 'POST',
  url: '/v1/payment_intents/:id/cancel',
  accepts: ['cancellation_reason'],
  async handle({ work, id, parameters }) {
    const reason = parameters.oneOf('cancellation_reason', [
      'abandoned',
      'duplicate',
      'fraudulent',
      'requested_by_customer',
    ]);
    const intent = await lockIntent(work.tx, id);
    await cancelPayment(work, intent, reason ?? null);
    return intent.body;
  },
};

const list: Operation = {
  name: 'payment_intents.list',
  method: 'GET',
  url: '/v1/payment_intents',
  accepts: listParameters,
  handle: ({ work, parameters }) =>
    listPage(work.tx, 'payment_intent', '/v1/payment_intents', parameters, { equal: {} }),
};

export const paymentIntentOperations = [create, retrieve, update, confirmIntent, capture, cancel, list];
