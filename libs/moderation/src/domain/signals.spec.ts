import type { ListingDraft } from '@tiwizi/contracts';
import { signalsOf } from './signals.js';

const photo = '0197a000-0000-7000-8000-000000000001';
const variant = '0197a000-0000-7000-8000-000000000002';
const at = (amount: number, id: string | undefined = variant) => ({
  id,
  price: { amount, currency: 'MAD' as const },
  stock: 10,
  weightGrams: 500,
});
const plain: ListingDraft = {
  title: { fr: 'Miel de thym 500 g', ar: 'عسل الزعتر' },
  description: { fr: 'Récolté soigneusement en montagne, mis en pot à Tifaouine. Sans traitement thermique.' },
  variants: [at(8900)],
  imageIds: [photo],
};
const seen = (change: Partial<ListingDraft>, live: ListingDraft | null = plain, productCount = 12) =>
  signalsOf({ proposed: { ...plain, ...change }, live, productCount });

describe('the signals of a listing', () => {
  it('are none for an ordinary change', () => {
    expect(seen({ variants: [at(9900)] })).toEqual([]);
  });

  it.each([
    ['fr', 'Miel qui guérit tout', 'guéri'],
    ['fr', 'Un remede contre le diabète', 'remède'],
    ['fr', 'Idéale pour la perte de poids', 'perte de poids'],
    ['ar', 'عسل لعلاج السرطان', 'علاج'],
    ['ar', 'فيه شِفاءٌ للناس', 'شفاء'],
    ['zgh', 'ⵜⴰⵎⵎⵏⵜ ⵎⴳⴰⵍ ⵜⴰⵎⴰⴹⵓⵏⵜ', 'ⵜⴰⵎⴰⴹⵓⵏⵜ'],
    ['en', 'Heals and cures everything', 'cures'],
  ])('show a health claim in %s: %s', (locale, text, found) => {
    expect(seen({ description: { [locale]: text } })).toEqual([
      { code: 'health-claim', field: 'description', params: { locale, found } },
    ]);
  });

  it.each([
    'Soigneusement préparé, sain et naturel',
    'Health food from the mountain, sweet treats',
    'عسل طبيعي من جبال الأطلس',
    'ⴰⵙⴰⴼⴰⵔ ⵏ ⵍⴽⵙⴽⵙⵓ',
  ])('leave ordinary words alone: %s', (text) => {
    expect(seen({ description: { fr: text } })).toEqual([]);
  });

  it.each([
    ['Appelez le 06 12 34 56 78', '06 12 34 56 78'],
    ['الهاتف ٠٦١٢٣٤٥٦٧٨', '0612345678'],
    ['+212 6-12-34-56-78', '+212 6-12-34-56-78'],
    ['Écrire à miel@tifaouine.ma', 'miel@tifaouine.ma'],
    ['Voir tifaouine.com', 'tifaouine.com'],
    ['https://exemple.test/miel', 'https://exemple.test/miel'],
    ['Commande par WhatsApp', 'WhatsApp'],
    ['عبر واتساب', 'واتساب'],
  ])('show contact details: %s', (text, found) => {
    expect(seen({ title: { fr: text } })).toEqual([
      { code: 'contact-in-text', field: 'title', params: { locale: 'fr', found } },
    ]);
  });

  it.each(['Tapis 200 x 300 cm', 'Lot 2026-11 de 1 250,50 g', 'Pots de 250, 500 et 1000 g', 'Le n° 12345678'])(
    'take no measure for a telephone: %s',
    (text) => {
      expect(seen({ title: { fr: text } })).toEqual([]);
    },
  );

  it('show a price that moved by 30 % or more, up or down, with both amounts', () => {
    expect(seen({ variants: [at(12_000)] })).toEqual([
      {
        code: 'price-jump',
        field: 'price',
        params: { percent: 35, beforeAmount: 8900, afterAmount: 12_000, currency: 'MAD' },
      },
    ]);
    expect(seen({ variants: [at(890)] })[0]?.params).toMatchObject({ percent: -90 });
    expect(seen({ variants: [at(11_481)] })).toEqual([]);
    expect(seen({ variants: [at(11_570)] })).toHaveLength(1);
  });

  it('see no jump where there is nothing to compare: a first version, a new variant', () => {
    expect(seen({ variants: [at(99_000)] }, null)).toEqual([]);
    expect(seen({ variants: [at(8900), at(99_000, photo)] })).toEqual([]);
  });

  it('F63: send letters that look like others to a person', () => {
    expect(seen({ title: { fr: 'Мiel pur' } })).toEqual([
      { code: 'look-alike-letters', field: 'title', params: { locale: 'fr', found: 'Мiel' } },
    ]);
  });

  it('show a first listing, and one without photo', () => {
    expect(seen({ imageIds: [] }, null, 0).map(({ code }) => code)).toEqual(['first-listing', 'no-photo']);
  });

  it('F70: read 10 KB of anything in no time', () => {
    const started = performance.now();
    for (const text of [
      'a'.repeat(10_000),
      '1 '.repeat(5000),
      'a.'.repeat(5000),
      '- '.repeat(5000),
      'وال'.repeat(3333),
    ]) {
      seen({ description: { fr: text, ar: text } });
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});
