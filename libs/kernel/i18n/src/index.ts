/**
 * @tiwizi/i18n — four languages, two directions, one result on server and browser.
 *
 * Owns the locales and how one is chosen, `LocalizedText` and its fallback, the only money, number and date
 * formats, plural categories, and the sentence of every problem code (`src/texts/<locale>/problems.json`).
 *
 * Rules: nothing here asks `Intl` about language, because browsers know no Amazigh and silently answer in the
 * visitor's own language: tables and rules are ours, so server and browser agree byte for byte. The one use of
 * `Intl` is the clock of Morocco (`civilTime`), whose zone data must be replaceable: call it, and `formatDate`,
 * on the server only, and send the page the finished text.
 * A Tamazight sentence nobody has reviewed (`awaiting-review.json`) is answered in French, and says so.
 */
export { civilDay, civilTime, formatDate, type CivilTime, type DateStyle } from './date.js';
export { directionOf, formattingLocale, isLocale, locales, type Direction, type Locale } from './locale.js';
export { pickText, type LocalizedText } from './localized-text.js';
export { formatMeasure, measureUnit } from './format-measure.js';
export { currencyUnit, formatMoney } from './format-money.js';
export { negotiateLocale } from './negotiate-locale.js';
export { formatNumber } from './number.js';
export { pluralCategories, pluralCategory, type PluralCategory } from './plural.js';
export { problemCodes, problemText, type ProblemParams } from './problem-text.js';
