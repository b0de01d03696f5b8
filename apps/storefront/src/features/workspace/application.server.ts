import { ListRegions } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import type { ApiClient } from '../../app-context.js';
import { textOf, wholeOf } from '../../server/fields.server.js';

/** Regions with their provinces, as a list to choose from. */
export async function provinceGroups(client: ApiClient, locale: Locale) {
  const { regions } = await client.call(ListRegions, { query: { locale } });
  return regions.map(({ id, name, provinces }) => ({
    id,
    name: name.text,
    provinces: provinces.map((province) => ({ id: province.id, name: province.name.text })),
  }));
}
export type ProvinceGroups = Awaited<ReturnType<typeof provinceGroups>>;

/** The application as sent, or the codes of the fields that cannot be read. */
export function readApplication(form: FormData, locale: Locale) {
  const problems: Record<string, string> = {};
  const text = (name: string) => {
    const value = textOf(form, name);
    if (!value) problems[name] = 'validation/required';
    return value;
  };
  const whole = (name: string, least: number) => {
    const typed = textOf(form, name);
    const value = wholeOf(typed);
    if (!typed) problems[name] = 'validation/required';
    else if (value === undefined) problems[name] = 'validation/not-integer';
    else if (value < least) problems[name] = 'validation/too-small';
    return value ?? 0;
  };
  const name = text('name');
  const story = textOf(form, 'story');
  const rib = textOf(form, 'rib');
  // In the order of the form: that is the order in which it is told what is wrong.
  const body = {
    name: { [locale]: name },
    memberCount: whole('memberCount', 5),
    womenCount: whole('womenCount', 0),
    provinceId: text('provinceId'),
    commune: text('commune'),
    ...(story && { story: { [locale]: story } }),
    ice: text('ice'),
    court: text('court'),
    localRegisterNumber: whole('localRegisterNumber', 1),
    phone: text('phone'),
    ...(rib && { rib }),
  };
  return { body, problems };
}
