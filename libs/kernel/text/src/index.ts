/**
 * @tiwizi/text — what people type, made safe to keep, to find and to address.
 *
 * Owns three things: clean text (`cleanLine`, `cleanText`: NFC, without hidden characters; `hasLookAlikes` for
 * names that pretend to be others), search keys (one consonant skeleton shared by Arabic script, Tifinagh and
 * every habit of typing either in Latin letters; lighter folds per script), and identifiers (slug, ICE, RIB,
 * IBAN, telephone).
 *
 * Rules: text is refused or kept as typed, never silently repaired beyond NFC, line ends and outer spaces;
 * a slug is never empty, whatever the script; the same fold serves indexing and asking.
 */
export { cleanLine, cleanText, type CleanResult, type TextRefusal } from './clean-text.js';
export { hasLookAlikes } from './look-alikes.js';
export { ibanOfRib, isValidIce, isValidRib, maskRib, normalizeIce, ribOf } from './bank-and-tax-numbers.js';
export { isMoroccanPhone, normalizePhone } from './phone.js';
export { scriptOf, type WritingSystem } from './script.js';
export { amazighLight, arabicLight, latinLight } from './search/light-forms.js';
export { skeleton, type SkeletonReading } from './search/skeleton.js';
export { searchShadow, type SearchShadow, type TextsToFind } from './search/search-shadow.js';
export { slugify } from './slug.js';
export { westernDigits } from './digits.js';
