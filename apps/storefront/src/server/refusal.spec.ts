import { refuses } from '../testing/visit.js';
import { ownRefusal, refusalOf } from './refusal.server.js';

const errors = [
  { path: 'title', code: 'catalog/title-required', detail: '' },
  { path: 'categoryId', code: 'validation/required', detail: '' },
  { path: 'variants.0.stock', code: 'validation/too-big', detail: '', params: { maximum: 10 } },
  { path: 'variants.0.stock', code: 'validation/not-integer', detail: '' },
];
const refused = () => refuses(400, { code: 'validation/invalid-input', params: {}, errors })().catch((error) => error);
const names: Record<string, string> = { categoryId: 'Catégorie', stock: 'Quantité', title: 'Nom' };

describe('a refusal', () => {
  it('is told in the order of the form, each field by its first fault', async () => {
    const { fields } = refusalOf(await refused(), 'fr');
    expect(Object.keys(fields)).toEqual(['title', 'categoryId', 'stock']);
    expect(fields['stock']?.text).toBe('Ce nombre est trop grand.');
  });

  it('says which field a general sentence is about, and leaves alone what says so itself', async () => {
    const { fields } = refusalOf(await refused(), 'fr', undefined, (control) => names[control]);
    expect(Object.values(fields).map(({ text }) => text)).toEqual([
      expect.not.stringMatching(/^Nom/),
      'Catégorie\u00a0: Remplissez ce champ.',
      'Quantité\u00a0: Ce nombre est trop grand.',
    ]);
    const own = ownRefusal('fr', { categoryId: 'validation/required' }, (control) => names[control]);
    expect(own.fields['categoryId']?.text).toBe('Catégorie\u00a0: Remplissez ce champ.');
  });

  it('is not made of a fault of ours', () => {
    const fault = new TypeError('a bug');
    expect(() => refusalOf(fault, 'fr')).toThrow(fault);
  });
});
