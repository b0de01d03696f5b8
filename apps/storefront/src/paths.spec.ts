import { isDeskPage, isPrivatePage, localeOf, pathIn, withoutLocale } from './paths.js';

describe('addresses', () => {
  it.each([
    ['/ar/p/miel', 'ar'],
    ['/zgh/', 'zgh'],
    ['/fr.data', 'fr'],
    ['/xx/panier', 'fr'],
    ['/', 'fr'],
  ])('say their language: %s', (pathname, locale) => {
    expect(localeOf(pathname)).toBe(locale);
  });

  it('keep what follows when the language changes', () => {
    expect(pathIn('ar', withoutLocale('/fr/c/miel'))).toBe('/ar/c/miel');
    expect(pathIn('ar', withoutLocale('/fr'))).toBe('/ar/');
  });

  it.each([
    '/fr/panier',
    '/ar/commande/livraison',
    '/fr/suivi/TZ-1',
    '/zgh/compte',
    '/fr/vendeur',
    '/fr/admin/moderation',
    '/fr/panier.data',
    '/fr/SUIVI/TZ-1',
    '/fr/%73uivi/TZ-1',
    '//fr//Compte',
    '/fr/panier/%',
  ])('are private: %s', (pathname) => expect(isPrivatePage(pathname)).toBe(true));
  it.each(['/fr/', '/fr/c/panier', '/fr/p/compte', '/fr/recherche', '/fr/comptes', '/fr/%'])(
    'are public: %s',
    (pathname) => expect(isPrivatePage(pathname)).toBe(false),
  );

  it('tell the desks from the shop', () => {
    expect(['/fr/vendre', '/fr/vendeur/commandes', '/ar/admin'].every(isDeskPage)).toBe(true);
    expect(['/fr/vendeurs', '/fr/p/admin'].some(isDeskPage)).toBe(false);
  });
});
