import { pageAddress, pathOf } from './page-address.js';

describe('a page’s address', () => {
  it.each([
    ['/fr/vendeur/produits.data?etat=draft&_routes=routes%2Fseller%2Fproducts', '/fr/vendeur/produits?etat=draft'],
    ['/fr/_.data', '/fr/'],
    ['/fr.data', '/fr'],
    ['/fr/c/miel?page=2', '/fr/c/miel?page=2'],
  ])('is the same however it was asked for: %s', (asked, shown) => {
    expect(pathOf(pageAddress(new Request(`https://tiwizi.test${asked}`)))).toBe(shown);
  });
});
