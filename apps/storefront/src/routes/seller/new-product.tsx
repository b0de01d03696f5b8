import { ShowListing } from '@tiwizi/contracts';
import { Icon } from '@tiwizi/ui';
import { data, Form, Link, redirect, type ShouldRevalidateFunctionArgs } from 'react-router';
import { api } from '../../app-context.js';
import { errorOf, ErrorSummary } from '../../features/frame/error-summary.js';
import { textOf } from '../../server/fields.server.js';
import { KeptOnPhone } from '../../features/frame/kept-on-phone.js';
import { useIsSending } from '../../desk/pending.js';
import { orNotFound } from '../../server/or-not-found.server.js';
import { PageHead } from '../../features/frame/page-head.js';
import { categoryFamilies } from '../../features/workspace/categories.server.js';
import { listingView } from '../../features/workspace/listings.server.js';
import { missingFields } from '../../features/workspace/missing-fields.js';
import { photoRefusal } from '../../features/workspace/photos.server.js';
import { saveListing, submitListing, type Desk } from '../../features/workspace/save-listing.server.js';
import { StepFields } from '../../features/workspace/step-fields.js';
import { isListingStep, listingSteps, stepAfter, stepBefore } from '../../features/workspace/steps.js';
import { workspaceOf } from '../../features/workspace/workspace.server.js';
import { useTexts } from '../../i18n/use-texts.js';
import { lostStatus, orLost } from '../../lost-request.js';
import { localeOf, pathIn, usePath } from '../../paths.js';
import type { Route } from './+types/new-product.js';

const stepPath = (step: string, id: string | undefined) =>
  `/vendeur/produits/nouveau/${step}${id ? `?produit=${encodeURIComponent(id)}` : ''}`;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const step = params.etape;
  if (!isListingStep(step)) throw data(null, { status: 404 });
  const url = new URL(request.url);
  const locale = localeOf(url.pathname);
  const id = url.searchParams.get('produit');
  // Only the first question can be answered before there is a draft.
  if (!id && step !== 'photos') throw redirect(pathIn(locale, stepPath('photos', undefined)));
  const client = api(context);
  const [listing, families] = await Promise.all([
    id ? orNotFound(client.call(ShowListing, { params: { coopId, id } })) : null,
    step === 'nom' || step === 'verifier' ? categoryFamilies(client) : [],
  ]);
  const refusal = photoRefusal(url.searchParams.get('photo'), locale);
  return { step, listing: listing && listingView(listing, locale), families, refusal };
}

/** Every answer is kept on the server before the next question is asked. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { id: coopId } = workspaceOf(request, context);
  const step = params.etape;
  if (!isListingStep(step)) throw data(null, { status: 404 });
  const url = new URL(request.url);
  const locale = localeOf(url.pathname);
  const desk: Desk = { client: api(context), coopId, locale };
  const id = url.searchParams.get('produit');
  const current = id ? await orNotFound(desk.client.call(ShowListing, { params: { coopId, id } })) : null;
  const form = await request.formData();
  const intent = textOf(form, 'intent');
  const saved = await saveListing(desk, current, form);
  if ('refusal' in saved) {
    const { refusal, typed } = saved;
    // EDIT-7: what was typed stands, and sending it again is a choice, made knowing that somebody was here.
    return data({ refusal, typed }, { status: refusal.status });
  }
  if (saved.photoProblem) {
    const photo = encodeURIComponent(saved.photoProblem);
    return redirect(pathIn(locale, `${stepPath('photos', saved.listing.id)}&photo=${photo}`));
  }
  if (intent === 'submit') {
    const refusal = await submitListing(desk, saved.listing);
    if (refusal) return data({ refusal, typed: {} }, { status: refusal.status });
    return redirect(pathIn(locale, '/vendeur/produits?fait=sent'));
  }
  if (intent === 'save') return redirect(pathIn(locale, `/vendeur/produits/${saved.listing.id}?fait=saved`));
  return redirect(pathIn(locale, stepPath(intent === 'next' ? stepAfter(step) : step, saved.listing.id)));
}

/** Also after a refusal: what came before it was saved, and the next save must say on which revision it stands. */
export const shouldRevalidate = ({ actionStatus }: ShouldRevalidateFunctionArgs) => actionStatus !== lostStatus;

export const clientAction = ({ serverAction }: Route.ClientActionArgs) =>
  orLost(serverAction(), (refusal) => ({ refusal, typed: undefined }));

export default function NewProduct({ loaderData, actionData }: Route.ComponentProps) {
  const { step, listing, families } = loaderData;
  const { t, say } = useTexts('workspace');
  const path = usePath();
  const isSending = useIsSending();
  const number = listingSteps.indexOf(step) + 1;
  const isLast = step === 'verifier';
  const before = stepBefore(step);
  const refusal = actionData?.refusal ?? loaderData.refusal;
  const isReady = !isLast || (listing !== null && missingFields(listing.draft).length === 0);
  return (
    <div className="new-product">
      <PageHead title={`${t(`step.${step}`)} · ${t('products.new')}`} hasErrors={Boolean(refusal)} />
      <div className="step-progress" aria-hidden="true">
        {listingSteps.slice(0, 4).map((each, index) => (
          <i key={each} className={index < number ? 'on' : ''} />
        ))}
      </div>
      <p className="muted small">
        {isLast ? say('step.last') : say('step.of', { number, count: listingSteps.length - 1 })}
      </p>
      <h1 tabIndex={-1}>{say(`step.${step}`)}</h1>
      <ErrorSummary refusal={refusal} />
      <Form method="post" encType="multipart/form-data" className="stack" preventScrollReset noValidate key={step}>
        {listing ? <input type="hidden" name="revision" value={listing.revision} /> : null}
        <button
          className="visually-hidden"
          name="intent"
          value={isLast ? 'submit' : 'next'}
          tabIndex={-1}
          aria-hidden="true"
        />
        <KeptOnPhone name={`nouveau/${listing?.id ?? ''}/${step}`} isRefused={Boolean(refusal)} />
        <StepFields
          step={step}
          listing={listing}
          families={families}
          typed={actionData?.typed}
          errorOf={(field) => errorOf(refusal, field)}
        />
        <div className="act-bar">
          {isLast ? (
            <button className="button button-line" name="intent" value="save">
              {say('editor.save')}
            </button>
          ) : (
            <Link
              className="button button-line"
              to={path(before ? stepPath(before, listing?.id) : '/vendeur/produits')}
            >
              {say(before ? 'back' : 'close')}
            </Link>
          )}
          <button
            className="button button-main"
            name="intent"
            value={isLast ? 'submit' : 'next'}
            aria-busy={isSending || undefined}
            aria-describedby={isReady ? undefined : 'missing'}
          >
            {say(isLast ? 'editor.submit' : 'continue')}
            <Icon name="arrow" />
          </button>
        </div>
      </Form>
    </div>
  );
}
