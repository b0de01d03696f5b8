import { AddLine, type Cart } from '@tiwizi/contracts';
import { Empty, Icon, Note } from '@tiwizi/ui';
import { useEffect, useRef, useState } from 'react';
import { data, Form, Link, redirect } from 'react-router';
import { api } from '../app-context.js';
import { CartParcel } from '../features/cart/cart-parcel.js';
import { CartSummary } from '../features/cart/cart-summary.js';
import { ErrorSummary } from '../features/frame/error-summary.js';
import { PageHead } from '../features/frame/page-head.js';
import { useTexts } from '../i18n/use-texts.js';
import { orLost } from '../lost-request.js';
import { localeOf, pathIn, usePath } from '../paths.js';
import arch from '../pictures/arch.svg';
import {
  addToCart,
  cartIdOf,
  changeLine,
  keepCart,
  quantityOf,
  readCart,
  type ChangedLine,
} from '../server/cart.server.js';
import { refusalOf } from '../server/refusal.server.js';
import type { Route } from './+types/cart.js';

interface Changed extends ChangedLine {
  /** What was taken out, so that it can be put back. */
  readonly removed?: { title: string; variantId: string; quantity: number } | undefined;
}

export async function loader({ request, context }: Route.LoaderArgs) {
  return { cart: await readCart(request, context) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const locale = localeOf(new URL(request.url).pathname);
  const intent = form.get('intent');
  const cartId = cartIdOf(request);
  if (intent === 'add') {
    const added = await addToCart(request, context, form);
    const headers = added.cartId ? { 'Set-Cookie': keepCart(request, added.cartId) } : undefined;
    const result = { ...added, cartId: null };
    if (form.get('stay') || added.refusal) return data(result, { headers, status: added.refusal?.status ?? 200 });
    return redirect(pathIn(locale, '/panier'), { headers });
  }
  if (!cartId) return redirect(pathIn(locale, '/panier'));
  if (intent === 'restore') {
    const body = { variantId: String(form.get('variantId') ?? ''), quantity: quantityOf(form) };
    const refusal = await api(context)
      .call(AddLine, { params: { id: cartId }, body })
      .then(
        () => null,
        (error: unknown) => refusalOf(error, locale),
      );
    return { refusal } satisfies Changed;
  }
  const changed = await changeLine(cartId, context, form, locale);
  if (intent !== 'remove' || changed.refusal)
    return data(changed satisfies Changed, { status: changed.refusal?.status ?? 200 });
  return {
    refusal: null,
    removed: {
      title: String(form.get('title') ?? ''),
      variantId: String(form.get('variantId') ?? ''),
      quantity: quantityOf(form),
    },
  } satisfies Changed;
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal }));

export default function CartPage({ loaderData: { cart }, actionData }: Route.ComponentProps) {
  const { t, say } = useTexts('cart');
  const path = usePath();
  const removed = actionData && 'removed' in actionData ? actionData.removed : undefined;
  const capped = actionData && 'capped' in actionData ? actionData.capped : undefined;
  return (
    <div className="wrap page stack">
      <PageHead title={t('title')} hasErrors={Boolean(actionData?.refusal)} />
      <h1>{say('title')}</h1>
      <ErrorSummary refusal={actionData?.refusal} />
      {removed ? <Removed key={removed.variantId} removed={removed} /> : null}
      {cart?.parcels.length ? (
        <div className="two-columns">
          <div className="stack">
            {cart.parcels.map((parcel) => (
              <CartParcel key={parcel.cooperative.id} parcel={parcel} capped={capped} />
            ))}
          </div>
          <CartSummary cart={cart}>
            {isOrderable(cart) ? (
              <Form action={path('/commande/livraison')}>
                <button className="button button-buy button-wide">
                  {say('checkout')}
                  <Icon name="arrow" />
                </button>
              </Form>
            ) : (
              <Note tone="warning">{say('mendFirst')}</Note>
            )}
            <Link className="button button-quiet" to={path('/recherche')}>
              {say('continue')}
            </Link>
          </CartSummary>
        </div>
      ) : (
        <Empty picture={arch}>
          <p>{say('empty')}</p>
          <Link className="button button-main" to={path('/recherche')}>
            {say('discover')}
          </Link>
        </Empty>
      )}
    </div>
  );
}

const isOrderable = (cart: Cart): boolean =>
  cart.parcels.every(({ lines }) => lines.every(({ notice }) => notice !== 'sold-out' && notice !== 'withdrawn'));

const undoMs = 10_000;

/** Said once, with a way back for ten seconds; the delay stops while the way back is focused. */
function Removed({ removed }: { removed: NonNullable<Changed['removed']> }) {
  const { say } = useTexts('cart');
  const [isOver, setOver] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => setOver(true), undoMs);
    return () => clearTimeout(timer);
  }, [isHeld]);
  if (isOver) return null;
  return (
    <div
      className="note note-info undo"
      tabIndex={-1}
      ref={box}
      onFocus={(event) => setHeld(event.target !== box.current)}
      onBlur={() => setHeld(false)}
    >
      <output>{say('removed', { title: removed.title })}</output>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="restore" />
        <input type="hidden" name="variantId" value={removed.variantId} />
        <input type="hidden" name="quantity" value={removed.quantity} />
        <button className="button button-line">
          <Icon name="undo" />
          {say('undo')}
        </button>
      </Form>
    </div>
  );
}
