import { ownPath } from './own-path.js';

describe('where to go back to', () => {
  it('is the page that was asked for', () => {
    expect(ownPath('/fr/vendeur/produits?etat=draft', '/fr/vendeur')).toBe('/fr/vendeur/produits?etat=draft');
  });

  it.each(['//elsewhere.test', '/\\elsewhere.test', 'https://elsewhere.test', 'javascript:alert(1)', '/a b', '', null])(
    'is never another site: %s',
    (asked) => {
      expect(ownPath(asked, '/fr/vendeur')).toBe('/fr/vendeur');
    },
  );
});
