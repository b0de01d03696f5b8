import { ListListings, ListingStatus, SetStock, ShowListing } from '@tiwizi/contracts';
import { Empty, Icon } from '@tiwizi/ui';
import { data, Link, NavLink, redirect } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { Done } from '../../desk/done.js';
import { ErrorSummary } from '../../features/frame/error-summary.js';
import { textOf, wholeOf } from '../../server/fields.server.js';
import { ownRefusal, refusalOf } from '../../server/refusal.server.js';
import { PageHead } from '../../features/frame/page-head.js';
import { ListingCard } from '../../features/workspace/listing-card.js';
import { listingRow } from '../../features/workspace/listings.server.js';
import { workspaceOf } from '../../features/workspace/workspace.server.js';
import { useTexts } from '../../i18n/use-texts.js';
import { orLost } from '../../lost-request.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import type { Route } from './+types/products.js';

const shown = ['draft', 'pending', 'online', 'to-correct', 'refused', 'hidden'] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const url = new URL(request.url);
  const locale = localeOf(url.pathname);
  const status = ListingStatus.safeParse(url.searchParams.get('etat')).data;
  const cursor = url.searchParams.get('suite') ?? undefined;
  const { items, nextCursor } = await api(context).call(ListListings, {
    params: { coopId },
    query: { locale, limit: 24, ...(status && { status }), ...(cursor && { cursor }) },
  });
  return { rows: items.map((row) => listingRow(row, locale)), nextCursor, status: status ?? null };
}

/** Stock is the shelf, not the listing: it changes at once, without a moderator. */
export async function action({ request, context }: Route.ActionArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const locale = localeOf(new URL(request.url).pathname);
  const form = await request.formData();
  const id = textOf(form, 'id');
  const onHand = wholeOf(textOf(form, 'stock'));
  const field = `stock-${id}`;
  if (onHand === undefined) {
    return data({ refusal: ownRefusal(locale, { [field]: 'validation/not-integer' }) }, { status: 400 });
  }
  try {
    const params = { coopId, id };
    const { draft } = await api(context).call(ShowListing, { params });
    const [only, another] = draft.variants ?? [];
    if (another || !only?.id) return redirect(pathIn(locale, `/vendeur/produits/${id}?fait=sizes#stock-0`));
    await api(context).call(SetStock, { params, body: { variantId: only.id, onHand } });
    return redirect(pathIn(locale, '/vendeur/produits?fait=stock'));
  } catch (error) {
    const refusal = refusalOf(error, locale, () => field);
    return data({ refusal }, { status: refusal.status });
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal }));

export default function Products({ loaderData: { rows, nextCursor, status }, actionData }: Route.ComponentProps) {
  const { t, say } = useTexts('workspace');
  const path = usePath();
  const refusal = actionData?.refusal;
  return (
    <div className="stack">
      <PageHead title={t('products.title')} hasErrors={Boolean(refusal)} />
      <DeskHead title={say('products.title')}>
        <Link className="button button-main" to={path('/vendeur/produits/nouveau/photos')}>
          <Icon name="camera" />
          {say('products.new')}
        </Link>
      </DeskHead>
      <Done
        texts={{ stock: say('products.stockSaved'), sent: say('products.sent'), deleted: say('products.deleted') }}
      />
      <ErrorSummary refusal={refusal} />
      <nav className="pills" aria-label={t('products.filter')}>
        <NavLink
          to={path('/vendeur/produits')}
          end
          className={() => (status ? '' : 'on')}
          aria-current={status ? undefined : 'true'}
        >
          {say('products.all')}
        </NavLink>
        {shown.map((each) => (
          <Link
            key={each}
            to={path(`/vendeur/produits?etat=${each}`)}
            className={each === status ? 'on' : ''}
            aria-current={each === status ? 'true' : undefined}
          >
            {say(`status.${each}`)}
          </Link>
        ))}
      </nav>
      {rows.length ? (
        <ul className="listing-list">
          {rows.map((row) => (
            <ListingCard key={row.id} row={row} refusal={refusal} />
          ))}
        </ul>
      ) : (
        <Empty picture="/pictures/categories/handmade.svg">
          <p>{say(status ? 'products.noneHere' : 'products.first')}</p>
          <Link className="button button-line" to={path('/vendeur/produits/nouveau/photos')}>
            {say('products.addFirst')}
          </Link>
        </Empty>
      )}
      {nextCursor ? (
        <Link
          className="button button-line"
          to={`?${new URLSearchParams({ ...(status && { etat: status }), suite: nextCursor })}`}
        >
          {say('more')}
        </Link>
      ) : null}
    </div>
  );
}
