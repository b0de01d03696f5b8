import { randomInt } from 'node:crypto';
import { ApplyCooperative, DecideCooperative } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { register, type Person } from './people.js';
import { admin } from './staff.js';

export interface Cooperative {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly president: Person;
}

const names: Record<Locale, string> = { fr: 'Tifaouine', ar: 'تعاونية الأمل', zgh: 'ⵜⵉⴼⴰⵡⵉⵏ', en: 'Tifawin' };
const presidents: Record<Locale, string> = {
  fr: 'Fadma Aït Brahim',
  ar: 'فاطمة الزهراء',
  zgh: 'ⴼⴰⴹⵎⴰ ⴰⵢⵜ ⴱⵔⴰⵀⵉⵎ',
  en: 'Fadma Ait Brahim',
};

/** A verified cooperative of this test's own, whose president speaks the given language. */
export async function openCooperative(
  locale: Locale,
  name = `${names[locale]} ${randomInt(100_000)}`,
): Promise<Cooperative> {
  const president = await register(presidents[locale], locale);
  const { id, slug } = await president.visitor.api.call(ApplyCooperative, {
    body: {
      name: { [locale]: name },
      provinceId: 'MA-AGD',
      commune: 'Imouzzer',
      court: 'Tribunal de première instance d’Agadir',
      localRegisterNumber: randomInt(100_000, 999_999),
      ice: newIce(),
      phone: president.phone.full,
      memberCount: 12,
      womenCount: 9,
    },
  });
  const { api } = await admin();
  await api.call(DecideCooperative, { params: { id }, body: { decision: 'verify' } });
  return { id, slug, name, president };
}

/** Fifteen digits of the range kept for examples; the last two make the whole a multiple of 97. */
function newIce(): string {
  const start = `99${String(randomInt(1_000_000_000)).padStart(9, '0')}00`;
  const rest = Number((BigInt(start) * 100n) % 97n);
  return start + String((97 - rest) % 97).padStart(2, '0');
}
