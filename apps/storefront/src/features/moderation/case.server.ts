import type { CaseDetail } from '@tiwizi/contracts';
import { formatDate, type Locale } from '@tiwizi/i18n';
import { textsFor } from '../../i18n/texts.server.js';
import { partCodes, reasonCodes } from './file.js';
import { wordDiff } from './word-diff.js';

/** A case with everything the page would otherwise have to work out in the browser. */
export function caseView(detail: CaseDetail, locale: Locale) {
  const seller = textsFor(detail.sellerLocale, 'workspace');
  return {
    ...detail,
    submittedText: formatDate(detail.submittedAt, locale, { time: true }),
    changes: detail.changes.map((change) => ({
      ...change,
      pieces: wordDiff(change.before ?? '', change.after ?? ''),
    })),
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
