import { DeleteListing, SetStock, ShowListing, type Listing } from '@tiwizi/contracts';
import { Note } from '@tiwizi/ui';
import { data, Form, redirect, type ShouldRevalidateFunctionArgs } from 'react-router';
import { api } from '../../app-context.js';
import { DeskHead } from '../../desk/desk-head.js';
import { Done } from '../../desk/done.js';
import { ErrorSummary } from '../../features/frame/error-summary.js';
import { textOf, wholeOf } from '../../server/fields.server.js';
import { orNotFound } from '../../server/or-not-found.server.js';
import { PageHead } from '../../features/frame/page-head.js';
import { categoryFamilies } from '../../features/workspace/categories.server.js';
import { ListingEditor } from '../../features/workspace/listing-editor.js';
import { listingView } from '../../features/workspace/listings.server.js';
import { photoRefusal } from '../../features/workspace/photos.server.js';
import { saveListing, submitListing, type Desk } from '../../features/workspace/save-listing.server.js';
import { DecisionNote } from '../../features/workspace/decision-note.js';
import { ListingStatusBadge } from '../../features/workspace/listing-status.js';
import { workspaceOf } from '../../features/workspace/workspace.server.js';
import { useTexts } from '../../i18n/use-texts.js';
import { lostStatus, orLost } from '../../lost-request.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import { refusalOf } from '../../server/refusal.server.js';
import type { Route } from './+types/product.js';

export async function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const url = new URL(request.url);
  const client = api(context);
  const [listing, families] = await Promise.all([
    orNotFound(client.call(ShowListing, { params: { coopId, id } })),
    categoryFamilies(client),
  ]);
  const sizes = Math.min(Number(url.searchParams.get('tailles')) || 1, 20);
  const locale = localeOf(url.pathname);
  const refusal = photoRefusal(url.searchParams.get('photo'), locale);
  return { listing: listingView(listing, locale), families, sizes, refusal };
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const locale = localeOf(new URL(request.url).pathname);
  const desk: Desk = { client: api(context), coopId, locale };
  const form = await request.formData();
  const intent = textOf(form, 'intent');
  const here = (query: string) => redirect(pathIn(locale, `/vendeur/produits/${id}${query}`));
  if (intent === 'take-theirs') return here('');
  if (intent === 'delete') {
    try {
      await desk.client.call(DeleteListing, { params: { coopId, id } });
    } catch (error) {
      const refusal = refusalOf(error, locale);
      return data({ refusal, typed: {} }, { status: refusal.status });
    }
    return redirect(pathIn(locale, '/vendeur/produits?fait=deleted'));
  }
  const current = await orNotFound(desk.client.call(ShowListing, { params: { coopId, id } }));
  const saved = await saveListing(desk, current, form);
  if ('conflict' in saved) return data({ conflict: saved.conflict, typed: saved.typed }, { status: 409 });
  if ('refusal' in saved) return data(saved, { status: saved.refusal.status });
  try {
    await moveStock(desk, current, form);
  } catch (error) {
    const refusal = refusalOf(error, locale);
    return data({ refusal, typed: {} }, { status: refusal.status });
  }
  if (saved.photoProblem) return here(`?photo=${encodeURIComponent(saved.photoProblem)}#photos`);
  if (intent === 'add-size') return here(`?tailles=${(saved.listing.draft.variants?.length ?? 0) + 1}#price-0`);
  if (intent === 'submit') {
    const refusal = await submitListing(desk, saved.listing);
    if (refusal) return data({ refusal, typed: {} }, { status: refusal.status });
    return redirect(pathIn(locale, '/vendeur/produits?fait=sent'));
  }
  return here(intent === 'save' ? '?fait=saved' : '');
}

/** What stands on the shelf of a product for sale changes at once; the rest of the form waits for a moderator. */
async function moveStock({ client, coopId }: Desk, before: Listing, form: FormData): Promise<void> {
  if (!before.isLive) return;
  for (let row = 0; form.has(`stock-${row}`); row += 1) {
    const variantId = textOf(form, `variantId-${row}`);
    const onHand = wholeOf(textOf(form, `stock-${row}`));
    const was = before.draft.variants?.find((variant) => variant.id === variantId)?.stock;
    if (was === undefined || onHand === undefined || was === onHand) continue;
    await client.call(SetStock, { params: { coopId, id: before.id }, body: { variantId, onHand } });
  }
}

/** Also after a refusal: what came before it was saved, and the next save must say on which revision it stands. */
export const shouldRevalidate = ({ actionStatus }: ShouldRevalidateFunctionArgs) => actionStatus !== lostStatus;

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, typed: undefined }));

export default function Product({ loaderData, actionData }: Route.ComponentProps) {
  const { listing, families, sizes } = loaderData;
  const { t, say, locale } = useTexts('workspace');
  const path = usePath();
  const refusal = actionData && 'refusal' in actionData ? actionData.refusal : loaderData.refusal;
  const conflict = actionData && 'conflict' in actionData ? actionData.conflict : undefined;
  return (
    <div className="stack editor-page">
      <PageHead title={listing.title || t('products.unnamed')} hasErrors={Boolean(refusal)} />
      <DeskHead
        title={listing.title ? <bdi>{listing.title}</bdi> : say('products.unnamed')}
        back={{ to: path('/vendeur/produits'), label: say('products.title') }}
      >
        <ListingStatusBadge state={listing.state} />
      </DeskHead>
      <Done texts={{ saved: say('editor.saved'), sizes: say('editor.sizesHere') }} />
      <ErrorSummary refusal={refusal} />
      <DecisionNote listing={listing} />
      {listing.isLive ? (
        <Note tone="info" icon="shield">
          <p>{say('editor.liveStays')}</p>
        </Note>
      ) : null}
      {listing.status === 'pending' ? (
        <Note tone="warning">
          <p>{say('editor.waiting')}</p>
        </Note>
      ) : null}
      <ListingEditor
        key={conflict ? `conflict-${conflict.revision}` : listing.id}
        listing={listing}
        families={families}
        sizes={sizes}
        refusal={refusal}
        conflict={conflict}
        typed={actionData?.typed}
        page={locale}
      />
      <details className="more-acts">
        <summary>{say('editor.moreActs')}</summary>
        <Form method="post" className="stack">
          <p>{say(listing.isLive ? 'editor.withdrawText' : 'editor.deleteText')}</p>
          <button className="button button-danger" name="intent" value="delete">
            {say(listing.isLive ? 'editor.withdraw' : 'editor.delete')}
          </button>
        </Form>
      </details>
    </div>
  );
}
