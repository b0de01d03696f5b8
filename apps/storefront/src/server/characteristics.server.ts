import type { ProductDetail } from '@tiwizi/contracts';
import { formatNumber, type Locale, type LocalizedText } from '@tiwizi/i18n';
import { textsFor } from '../i18n/texts.server.js';

export interface Characteristic {
  readonly key: string;
  readonly name: LocalizedText;
  readonly value: LocalizedText;
}

/** Numbers with their unit, yes or no, and the words of a closed list; anything else as the cooperative wrote it. */
export function characteristicsOf({ attributes }: ProductDetail, locale: Locale): Characteristic[] {
  const texts = textsFor(locale, 'attributes');
  const find = (key: string): LocalizedText | null =>
    texts.has(key) ? { locale: texts.langOf(key) ?? locale, text: texts.t(key) } : null;
  const written = (text: string): LocalizedText => ({ locale, text });
  const shown = (key: string, value: string, unit: string | null): LocalizedText => {
    if (value === 'true' || value === 'false') return find(value === 'true' ? 'yes' : 'no') ?? written(value);
    if (unit && /^-?\d+(\.\d+)?$/.test(value)) {
      const unitName = find(`unit.${unit}`) ?? written(unit);
      return { ...unitName, text: `${formatNumber(Number(value), locale)}\u00a0${unitName.text}` };
    }
    const words = value.split(/,\s*/).map((word) => find(`${key}.${word}`));
    const known = words.flatMap((word) => word ?? []);
    const [first] = known;
    if (!first || known.length < words.length) return written(value);
    return { ...first, text: known.map(({ text }) => text).join(' · ') };
  };
  return attributes.map(({ key, value, unit }) => ({
    key,
    name: find(key) ?? written(key.replaceAll('_', ' ')),
    value: shown(key, value, unit),
  }));
}
