import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database, Transaction } from '../persistence/database.js';
import { find, get, lock, type Stored } from '../persistence/resources.js';
import { confirmPayment, finishAuthentication } from '../payments/confirm-payment.js';
import { idOf } from '../payments/payment-intent.js';
import { createCard } from '../payments/payment-method.js';
import { Work } from '../webhooks/events.js';
import { parseForm, type FormTree } from '../wire/form-encoding.js';
import { emptyForm, filledWith, readCardForm } from './card-form.js';
import {
  authenticationPage,
  finishedPage,
  isSuccess,
  notFoundPage,
  paymentPage,
  returnAddress,
  type Visit,
} from './pages.js';
import { styles } from './styles.js';
import { localeOf, Translator } from './texts.js';

export interface PageOptions {
  database: Database;
  settings: { publicUrl: string };
  onCommit(): void;
}

/** What a handler decides inside its transaction; the reply is sent after the commit. */
type Outcome = { page: string; status?: number } | { goTo: string };

/** The pages a buyer sees: the card form, and the bank's question. Plain forms, no script. */
export function servePages(app: FastifyInstance, { database, settings, onCommit }: PageOptions): void {
  const inTransaction = async (reply: FastifyReply, work: (tx: Transaction) => Promise<Outcome>) => {
    const outcome = await database.transaction(work);
    onCommit();
    return answer(reply, outcome);
  };

  app.get('/assets/payment-page.css', (_request, reply) =>
    reply.header('X-Content-Type-Options', 'nosniff').type('text/css; charset=utf-8').send(styles),
  );

  app.get('/pay/:id', (request, reply) =>
    inTransaction(reply, async (tx) => {
      const fields = query(request);
      const intent = await find(tx, 'payment_intent', idIn(request));
      if (!isHers(intent, fields)) return unknownPayment(fields);
      return present(visitOf(intent, fields), text(fields, 'card'));
    }),
  );

  app.post('/pay/:id', (request, reply) =>
    inTransaction(reply, async (tx) => {
      const fields = parseForm(String(request.body));
      const intent = await lock(tx, 'payment_intent', idIn(request));
      if (!isHers(intent, fields)) return unknownPayment(fields);
      const visit = visitOf(intent, fields);
      if (intent.body.status === 'canceled' || isSuccess(intent.body)) return leave(visit);
      const { form, card } = readCardForm({
        number: text(fields, 'number'),
        expiry: text(fields, 'expiry'),
        cvc: text(fields, 'cvc'),
      });
      if (!card) return { page: paymentPage(visit, form), status: 422 };

      const payPage = payAddress(visit);
      const paymentMethod = await createCard(tx, card);
      const returnUrl = visit.returnUrl ?? `${settings.publicUrl}${payPage}`;
      const error = await confirmPayment(new Work(tx), intent, {
        paymentMethod,
        returnUrl,
        publicUrl: settings.publicUrl,
        payPage,
      });
      if (error) return { goTo: payPage };
      if (intent.body.status === 'requires_action') {
        return {
          goTo: `/3ds/${intent.body.id}?${new URLSearchParams({ client_secret: text(fields, 'client_secret'), locale: visit.t.locale })}`,
        };
      }
      return leave(visit);
    }),
  );

  app.get('/3ds/:id', (request, reply) =>
    inTransaction(reply, async (tx) => {
      const fields = query(request);
      const intent = await find(tx, 'payment_intent', idIn(request));
      if (!isHers(intent, fields)) return unknownPayment(fields);
      const visit = { ...visitOf(intent, fields), returnUrl: intent.simulated.returnUrl };
      if (intent.body.status !== 'requires_action') return { page: finishedPage(visit) };
      const paymentMethod = await get(tx, 'payment_method', idOf(intent.body.payment_method));
      return { page: authenticationPage(visit, paymentMethod.body.card?.last4 ?? '') };
    }),
  );

  app.post('/3ds/:id', (request, reply) =>
    inTransaction(reply, async (tx) => {
      const fields = parseForm(String(request.body));
      const intent = await lock(tx, 'payment_intent', idIn(request));
      if (!isHers(intent, fields)) return unknownPayment(fields);
      const visit = { ...visitOf(intent, fields), returnUrl: intent.simulated.returnUrl };
      if (intent.body.status !== 'requires_action') return leave(visit);
      const { payPage } = intent.simulated;
      const error = await finishAuthentication(new Work(tx), intent, text(fields, 'decision') === 'approve');
      if (error && payPage) return { goTo: payPage };
      return leave(visit);
    }),
  );
}

function present(visit: Visit, card: string): Outcome {
  const { status } = visit.intent;
  if (status === 'canceled' || isSuccess(visit.intent)) return { page: finishedPage(visit) };
  return { page: paymentPage(visit, card ? filledWith(card) : emptyForm) };
}

/** Back to the shop with the result; without an address to go to, the result is shown here. */
function leave(visit: Visit): Outcome {
  if (!visit.returnUrl) return { page: finishedPage(visit) };
  return { goTo: returnAddress(visit, isSuccess(visit.intent) ? 'succeeded' : 'failed') };
}

/** Whoever holds the client secret is the buyer. */
function isHers(intent: Stored<'payment_intent'> | undefined, fields: FormTree): intent is Stored<'payment_intent'> {
  return intent !== undefined && intent.body.client_secret === text(fields, 'client_secret');
}

function unknownPayment(fields: FormTree): Outcome {
  return { page: notFoundPage(new Translator(localeOf(fields['locale']))), status: 404 };
}

function visitOf(intent: Stored<'payment_intent'>, fields: FormTree): Visit {
  return {
    intent: intent.body,
    returnUrl: webAddress(text(fields, 'return_url')),
    t: new Translator(localeOf(fields['locale'])),
  };
}

function payAddress({ intent, returnUrl, t }: Visit): string {
  const parameters = new URLSearchParams({ client_secret: intent.client_secret ?? '', locale: t.locale });
  if (returnUrl) parameters.set('return_url', returnUrl);
  return `/pay/${intent.id}?${parameters}`;
}

function webAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return /^https?:$/.test(protocol) ? href : undefined;
}

function idIn(request: FastifyRequest): string {
  return (request.params as { id: string }).id;
}

function query(request: FastifyRequest): FormTree {
  return parseForm(request.url.split('?')[1] ?? '');
}

function text(fields: FormTree, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.slice(0, 2_000) : '';
}

function answer(reply: FastifyReply, outcome: Outcome): FastifyReply {
  // No `form-action`: browsers apply it to the redirect to the shop as well.
  reply
    .header('Content-Security-Policy', "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
    .header('Cache-Control', 'no-store')
    .header('Referrer-Policy', 'same-origin')
    .header('X-Content-Type-Options', 'nosniff');
  if ('goTo' in outcome) return reply.redirect(outcome.goTo, 303);
  return reply
    .code(outcome.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(outcome.page);
}
