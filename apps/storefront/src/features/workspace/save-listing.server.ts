import {
  CreateListing,
  EditListing,
  ShowListing,
  SubmitListing,
  type Listing,
  type ListingDraft,
} from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import type { ApiClient } from '../../app-context.js';
import { textOf, typedIn, wholeOf } from '../../server/fields.server.js';
import { textsFor } from '../../i18n/texts.server.js';
import { ownRefusal, refusalOf, type Refusal } from '../../server/refusal.server.js';
import { controlOf, type ListingView } from './listing.js';
import { readListingForm } from './listing-form.server.js';
import { listingView } from './listings.server.js';
import { arrangePhotos, mostPhotos, uploadPhotos } from './photos.server.js';

export interface Desk {
  readonly client: ApiClient;
  readonly coopId: string;
  readonly locale: Locale;
}
/** What a form of the editor came to: saved, if need be without a photo that cannot be used; or kept on the page. */
export type Saved =
  | { readonly listing: Listing; readonly photoProblem: string | undefined }
  | { readonly refusal: Refusal; readonly typed: Record<string, string> }
  | { readonly conflict: ListingView; readonly refusal: Refusal; readonly typed: Record<string, string> };

/** Saves the form's part of the draft, with the photos that came along or were moved. Nothing typed is ever lost. */
export async function saveListing(desk: Desk, current: Listing | null, form: FormData): Promise<Saved> {
  const { client, coopId, locale } = desk;
  const typed = typedIn(form);
  const { patch, problems } = readListingForm(form, current?.draft ?? {}, locale);
  if (Object.keys(problems).length) return { refusal: ownRefusal(locale, problems, fieldName(locale)), typed };
  const before = current?.draft.imageIds ?? [];
  const uploads = await uploadPhotos(client, coopId, form, mostPhotos - before.length);
  // A photo that arrived before its answer was lost is known by its picture: it is here already.
  const all = [...new Set([...before, ...uploads.ids])];
  const imageIds = arrangePhotos(all, textOf(form, 'intent')) ?? all;
  if (imageIds.join() !== before.join()) patch.imageIds = imageIds;
  const photoProblem = uploads.problems['photos'];
  // A product begins with something: empty drafts would only pile up.
  if (!current && !Object.keys(patch).length) {
    return { refusal: ownRefusal(locale, { photos: photoProblem ?? 'catalog/photo-required' }), typed };
  }
  try {
    return { listing: await store(desk, current, patch, wholeOf(textOf(form, 'revision'))), photoProblem };
  } catch (error) {
    const refusal = refusalOf(error, locale, namedControl(current?.draft, locale), fieldName(locale));
    if (!current || refusal.code !== 'catalog/edited-elsewhere') return { refusal, typed };
    const params = { coopId, id: current.id };
    return { conflict: listingView(await client.call(ShowListing, { params }), locale), refusal, typed };
  }
}

function store({ client, coopId }: Desk, current: Listing | null, patch: ListingDraft, revision: number | undefined) {
  if (!current) return client.call(CreateListing, { params: { coopId }, body: patch });
  const params = { coopId, id: current.id };
  return client.call(EditListing, { params, body: { ...patch, ...(revision !== undefined && { revision }) } });
}

export async function submitListing(desk: Desk, listing: Listing): Promise<Refusal | null> {
  const { client, coopId, locale } = desk;
  try {
    await client.call(SubmitListing, { params: { coopId, id: listing.id } });
    return null;
  } catch (error) {
    return refusalOf(error, locale, namedControl(listing.draft, locale), fieldName(locale));
  }
}

/** `stock-0` is « Quantité en stock ». */
const fieldName = (locale: Locale) => (control: string) => {
  const { t, has } = textsFor(locale, 'workspace');
  const word = control.replace(/-.*$/, '');
  const key = `field.${word === 'description' ? 'story' : word}`;
  return has(key) ? t(key) : undefined;
};

/** A missing name is asked for in the language the product is written in. */
const namedControl = (draft: ListingDraft | undefined, page: Locale) => (path: string) => {
  const control = controlOf(path);
  return control === 'title' || control === 'description' ? `${control}-${draft?.sourceLocale ?? page}` : control;
};
