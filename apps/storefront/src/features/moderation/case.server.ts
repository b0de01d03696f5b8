import type { CaseDetail } from '@tiwizi/contracts';
import { formatDate, type Locale } from '@tiwizi/i18n';
import { textsFor } from '../../i18n/texts.server.js';
import { draftCharacteristic, draftCharacteristics } from '../../server/characteristics.server.js';
import { partCodes, reasonCodes, type Change } from './file.js';
import { wordDiff } from './word-diff.js';

/** A characteristic comes as `key: value`; a moderator reads both as a buyer would. */
const written = /^([a-z0-9_]+): (.*)$/s;

function readable({ before, after, ...change }: Change, locale: Locale) {
  const isAttribute = change.field === 'description' && change.locale === null;
  const [was, is] = [before, after].map((text) => {
    const [, key, value = ''] = (isAttribute && text ? written.exec(text) : null) ?? [];
    return key ? draftCharacteristic(key, value, locale) : { name: null, value: { text: text ?? '' } };
  });
  return {
    ...change,
    name: is?.name ?? was?.name ?? null,
    pieces: wordDiff(was?.value.text ?? '', is?.value.text ?? ''),
  };
}

/** A case with everything the page would otherwise have to work out in the browser. */
export function caseView(detail: CaseDetail, locale: Locale) {
  const seller = textsFor(detail.sellerLocale, 'workspace');
  return {
    ...detail,
    submittedText: formatDate(detail.submittedAt, locale, { time: true }),
    changes: detail.changes.map((change) => readable(change, locale)),
    attributes: draftCharacteristics(detail.proposed.content.attributes ?? {}, locale),
    /** MOD-3: what the cooperative will read, in its own language. */
    preview: {
      locale: detail.sellerLocale,
      title: {
        approve: seller.t('status.online'),
        'request-change': seller.t('decision.toCorrect'),
        reject: seller.t('decision.rejected'),
      },
      reasons: Object.fromEntries(reasonCodes.map((code) => [code, seller.t(`reason.${code}`)])),
      parts: Object.fromEntries(
        partCodes.map((code) => [code, seller.t('decision.goTo', { part: seller.t(`part.${code}`) })]),
      ),
    },
  };
}
export type CaseView = ReturnType<typeof caseView>;
