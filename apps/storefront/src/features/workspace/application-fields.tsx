import { Select, TextArea, TextField } from '@tiwizi/ui';
import type { ComponentProps } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import type { Refusal } from '../../server/refusal.server.js';
import { errorOf } from '../frame/error-summary.js';
import type { ProvinceGroups } from './application.server.js';

type Name =
  | 'name'
  | 'commune'
  | 'court'
  | 'localRegisterNumber'
  | 'ice'
  | 'rib'
  | 'phone'
  | 'memberCount'
  | 'womenCount'
  | 'story';

/** Who we are, our papers, how to reach and pay us: three short groups instead of one long form. */
export function ApplicationFields({
  groups,
  typed,
  refusal,
}: {
  groups: ProvinceGroups;
  typed: Record<string, string>;
  refusal: Refusal | undefined;
}) {
  const { say, locale, has } = useTexts('workspace');
  const about = (name: Name) => {
    const hint = `apply.${name}Hint`;
    return {
      id: name,
      name,
      label: say(`apply.${name}`),
      hint: has(hint) ? say(hint) : undefined,
      defaultValue: typed[name] ?? '',
      error: errorOf(refusal, name),
    };
  };
  const number: Partial<ComponentProps<typeof TextField>> = { inputMode: 'numeric', autoComplete: 'off', dir: 'ltr' };
  return (
    <>
      <fieldset className="panel stack">
        <legend className="legend-title">{say('apply.who')}</legend>
        <TextField {...about('name')} maxLength={120} autoComplete="organization" lang={locale} />
        <div className="pair">
          <TextField {...about('memberCount')} {...number} />
          <TextField {...about('womenCount')} {...number} />
        </div>
        <Select
          id="provinceId"
          name="provinceId"
          label={say('apply.provinceId')}
          defaultValue={typed['provinceId'] ?? ''}
          error={errorOf(refusal, 'provinceId')}
        >
          <option value="">—</option>
          {groups.map((region) => (
            <optgroup key={region.id} label={region.name}>
              {region.provinces.map((province) => (
                <option key={province.id} value={province.id}>
                  {province.name}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        <TextField {...about('commune')} maxLength={120} />
        <TextArea {...about('story')} rows={5} maxLength={3000} lang={locale} />
      </fieldset>
      <fieldset className="panel stack">
        <legend className="legend-title">{say('apply.papers')}</legend>
        <TextField {...about('ice')} {...number} maxLength={20} />
        <TextField {...about('court')} maxLength={200} />
        <TextField {...about('localRegisterNumber')} {...number} maxLength={8} />
      </fieldset>
      <fieldset className="panel stack">
        <legend className="legend-title">{say('apply.reach')}</legend>
        <TextField {...about('phone')} type="tel" inputMode="tel" autoComplete="tel" dir="ltr" maxLength={30} />
        <TextField {...about('rib')} {...number} maxLength={34} />
      </fieldset>
    </>
  );
}
