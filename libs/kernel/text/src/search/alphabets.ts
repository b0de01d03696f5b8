/** `a b c d` read as a → b, c → d. */
const pairs = (list: string): ReadonlyMap<string, string> => {
  const parts = list.trim().split(/\s+/);
  return new Map(parts.flatMap((part, position) => (position % 2 === 0 ? [[part, parts[position + 1] ?? '']] : [])));
};

/** Tifinagh, regional letters included, in the academic Latin alphabet; the schwa is e, the labial mark ʷ. */
export const latinOfTifinagh = pairs(`
  ⴰ a ⴱ b ⴲ b ⴳ g ⴴ g ⴵ j ⴶ j ⴷ d ⴸ d ⴹ ḍ ⴺ ḍ ⴻ e ⴼ f ⴽ k ⴾ k ⴿ k ⵀ h ⵁ h ⵂ h ⵃ ḥ ⵄ ɛ ⵅ x ⵆ x ⵇ q ⵈ q
  ⵉ i ⵊ j ⵋ j ⵌ j ⵍ l ⵎ m ⵏ n ⵐ ny ⵑ ng ⵒ p ⵓ u ⵔ r ⵕ ṛ ⵖ ɣ ⵗ ɣ ⵘ ɣ ⵙ s ⵚ ṣ ⵛ c ⵜ t ⵝ t ⵞ tc ⵟ ṭ ⵠ v
  ⵡ w ⵢ y ⵣ z ⵤ z ⵥ ẓ ⵦ e ⵧ o ⵯ ʷ`);

/**
 * Consonants of Arabic in the alphabet of the skeleton, where one letter stands for all that are heard or typed
 * alike: t for ت ث ط, d for د ذ ض ظ, k for ك and ق, c for ش, x for خ, v for غ. What is missing here is not kept.
 */
export const skeletonOfArabic = pairs(`
  ب b ت t ث t ج j ح h خ x د d ذ d ر r ز z س s ش c ص s ض d ط t ظ d غ v ف f ق k ك k ل l م m ن n ه h`);

/** The chat digits that stand for Arabic sounds; those of hamza and ain fall silent, as in the Arabic skeleton. */
export const soundOfChatDigit = new Map([
  ['2', ''],
  ['3', ''],
  ['5', 'x'],
  ['6', 't'],
  ['7', 'h'],
  ['9', 'q'],
]);
