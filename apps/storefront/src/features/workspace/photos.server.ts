import { UploadImage } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { isApiProblem, type ApiClient } from '../../app-context.js';
import { ownRefusal, type Refusal } from '../../server/refusal.server.js';
import type { Unreadable } from './listing-form.server.js';

export const mostPhotos = 8;

/** Sends the chosen photos one by one; a refused one says why and does not hold back the others. */
export async function uploadPhotos(client: ApiClient, coopId: string, form: FormData, room: number) {
  const files = form.getAll('photo').filter((value): value is File => value instanceof File && value.size > 0);
  const ids: string[] = [];
  const problems: Unreadable = {};
  for (const file of files.slice(0, Math.max(room, 0))) {
    try {
      ids.push((await client.upload(UploadImage, { params: { coopId }, file })).id);
    } catch (error) {
      if (!isApiProblem(error) || error.status >= 500) throw error;
      problems['photos'] = error.problem.code;
    }
  }
  return { ids, problems };
}

/** Told by the address after the rest was saved (`?photo=media/too-large`), so that it works without scripts. */
export function photoRefusal(code: string | null, locale: Locale): Refusal | undefined {
  return code && /^media\/[a-z-]+$/.test(code) ? ownRefusal(locale, { photos: code }) : undefined;
}

/** `photo-up:<id>`, `photo-down:<id>`, `photo-remove:<id>`: the buttons beside each photo. */
export function arrangePhotos(ids: readonly string[], intent: string): string[] | undefined {
  const [, act, id = ''] = /^photo-(up|down|remove):(.+)$/.exec(intent) ?? [];
  const at = ids.indexOf(id);
  if (!act || at < 0) return undefined;
  const rest = ids.filter((each) => each !== id);
  if (act === 'remove') return rest;
  rest.splice(Math.max(0, act === 'up' ? at - 1 : at + 1), 0, id);
  return rest;
}
