import { cleared, countFilters, readFilters, without, writeFilters } from './filters.js';
import { nearby } from './pages-nearby.js';

const read = (address: string) => readFilters(new URLSearchParams(address));

describe('the filters of a list', () => {
  it('are the address: read and written again, nothing is lost', () => {
    const address =
      '?q=miel&categorie=miel&region=MA-09&region=MA-07&province=MA-AGD&label=igp-argane&livre=MA&prix_min=50&dispo=stock&femmes=1&pres=MA-TIZ&tri=prix-croissant&page=3';
    expect(writeFilters(read(address))).toBe(address);
  });

  it('need no words for the first page and the usual order', () => {
    expect(writeFilters(read('q=&tri=pertinence&page=1&prix_min=&prix_max='))).toBe('');
  });

  it.each([
    ['prix_min=abc&prix_max=-5&page=0&tri=hasard', ''],
    ['page=99999999999999', ''],
    ['categorie=%3Cscript%3E&region=../..&label=%00', ''],
    ['prix_max=999999999', '?prix_max=1000000'],
    ['pres=31.63,-8.00&femmes=oui', ''],
  ])('leave out what makes no sense (%s)', (address, kept) => {
    expect(writeFilters(read(address))).toBe(kept);
  });

  it('keep any words as they were typed, up to two hundred signs', () => {
    const words = `"%_\\' 🐝 ${'x'.repeat(500)}`;
    expect(read(new URLSearchParams({ q: words }).toString()).q).toBe([...words].slice(0, 200).join(''));
  });

  it('go away one by one, or all but the words at once', () => {
    const filters = read('q=miel&region=MA-09&region=MA-07&dispo=stock&page=2');
    expect(countFilters(filters)).toBe(3);
    expect(writeFilters(without(filters, 'region', 'MA-09'))).toBe('?q=miel&region=MA-07&dispo=stock');
    expect(writeFilters(cleared(filters))).toBe('?q=miel');
  });

  it('leave the visitor where they are when they go', () => {
    const filters = read('q=miel&femmes=1&livre=MA&pres=MA-AGD&tri=proximite');
    expect(countFilters(filters)).toBe(2);
    expect(writeFilters(cleared(filters))).toBe('?q=miel&pres=MA-AGD&tri=proximite');
  });
});

describe('the pages of a list', () => {
  it('show the ends, the neighbours and where pages are left out', () => {
    expect(nearby(1, 2)).toEqual([1, 2]);
    expect(nearby(5, 9)).toEqual([1, null, 4, 5, 6, null, 9]);
    expect(nearby(9, 9)).toEqual([1, null, 8, 9]);
  });
});
