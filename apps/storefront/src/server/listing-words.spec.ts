import { narrowed, placesAsked } from './listing-words.js';

const trails: Record<string, string[]> = {
  food: ['food'],
  honey: ['food', 'hive', 'honey'],
  carpets: ['craft', 'carpets'],
};
const named = (id: string, provinces: string[]) => ({ id, name: { locale: 'fr' as const, text: id }, provinces });
const regions = [named('MA-09', ['MA-AGD', 'MA-TIZ']), named('MA-07', ['MA-MAR', 'MA-ESI'])];

describe('what a list is asked for', () => {
  it('is the narrower of two categories inside each other, and both of two apart', () => {
    const trail = (id: string) => trails[id] ?? [];
    expect(narrowed(['food', 'honey', 'carpets'], trail)).toEqual(['honey', 'carpets']);
    expect(narrowed(['food', 'carpets'], trail)).toEqual(['food', 'carpets']);
  });

  it.each([
    [{ region: [], province: [] }, {}],
    [{ region: ['MA-09'], province: [] }, { region: ['MA-09'] }],
    [{ region: ['MA-09'], province: ['MA-AGD'] }, { province: ['MA-AGD'] }],
    [{ region: ['MA-09'], province: ['MA-MAR'] }, { province: ['MA-MAR', 'MA-AGD', 'MA-TIZ'] }],
    [{ region: [], province: ['MA-MAR'] }, { province: ['MA-MAR'] }],
  ])('is places, in regions or provinces: %j', (chosen, expected) => {
    expect(placesAsked(chosen, regions)).toEqual(expected);
  });
});
