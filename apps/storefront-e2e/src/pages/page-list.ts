import type { World } from '../marketplace/world.js';

export interface PageToSee {
  readonly name: string;
  /** Below the locale. */
  readonly path: string;
  /** 404 for the page that says so. */
  readonly status?: number;
}

/** Everything anybody may open without a cart, an order or a session. */
export const publicPages = ({ product, cooperative }: World): PageToSee[] => [
  { name: 'home', path: '/' },
  { name: 'category', path: '/c/paniers-et-couffins' },
  { name: 'search', path: '/recherche' },
  { name: 'search-filtered', path: '/recherche?q=miel&region=MA-09&dispo=in-stock&tri=price-asc' },
  { name: 'search-near', path: '/recherche?q=miel&province=MA-AGD&femmes=1&pres=MA-AGD&tri=proximite' },
  { name: 'search-cooperatives', path: '/recherche/cooperatives?q=cooperative' },
  { name: 'search-nothing', path: '/recherche?q=zzzzzz' },
  { name: 'product', path: `/p/${product.slug}` },
  { name: 'cooperatives', path: '/cooperatives' },
  { name: 'cooperative', path: `/cooperatives/${cooperative.slug}` },
  { name: 'cart-empty', path: '/panier' },
  { name: 'track', path: '/suivi' },
  { name: 'sign-in', path: '/connexion' },
  { name: 'register', path: '/connexion?nouveau=1' },
  { name: 'sell', path: '/vendre' },
  { name: 'help', path: '/aide' },
  { name: 'returns', path: '/livraison-retours' },
  { name: 'terms', path: '/conditions' },
  { name: 'privacy', path: '/confidentialite' },
  { name: 'accessibility', path: '/accessibilite' },
  { name: 'demo-messages', path: '/demo/messages' },
  { name: 'not-found', path: '/nulle-part', status: 404 },
];

/** With a filled cart in the visitor's cookie. */
export const cartPages = (): PageToSee[] => [
  { name: 'cart', path: '/panier' },
  { name: 'delivery', path: '/commande/livraison' },
  { name: 'payment', path: '/commande/paiement' },
  { name: 'review', path: '/commande/verification' },
  { name: 'review-card', path: '/commande/verification?mode=carte' },
];

/** With the proof that a guest received. */
export const orderPages = ({ confirmed, unconfirmed, unpaid }: World): PageToSee[] => [
  { name: 'thanks', path: `/commande/merci/${confirmed.number}?token=${confirmed.token}` },
  { name: 'confirm-phone', path: `/commande/merci/${unconfirmed.number}?token=${unconfirmed.token}` },
  { name: 'pay-again', path: `/commande/retour/${unpaid.number}?token=${unpaid.token}` },
  { name: 'track-order', path: `/suivi/${confirmed.number}?token=${confirmed.token}` },
];

/** The workspace and the account, as the cooperative's president sees them. */
export const sellerPages = ({ subOrderId, listingToCorrect }: World): PageToSee[] => [
  { name: 'seller', path: '/vendeur' },
  { name: 'seller-products', path: '/vendeur/produits' },
  { name: 'new-photos', path: '/vendeur/produits/nouveau/photos' },
  { name: 'new-name', path: `/vendeur/produits/nouveau/nom?produit=${listingToCorrect}` },
  { name: 'new-price', path: `/vendeur/produits/nouveau/prix?produit=${listingToCorrect}` },
  { name: 'new-review', path: `/vendeur/produits/nouveau/verifier?produit=${listingToCorrect}` },
  { name: 'seller-product', path: `/vendeur/produits/${listingToCorrect}` },
  { name: 'seller-orders', path: '/vendeur/commandes' },
  { name: 'seller-order', path: `/vendeur/commandes/${subOrderId}` },
  { name: 'seller-money', path: '/vendeur/versements' },
  { name: 'seller-cooperative', path: '/vendeur/cooperative' },
  { name: 'apply', path: '/vendre/inscription' },
  { name: 'account', path: '/compte' },
  { name: 'account-orders', path: '/compte/commandes' },
];

export const staffPages = ({ caseId }: World): PageToSee[] => [
  { name: 'admin', path: '/admin' },
  { name: 'moderation', path: '/admin/moderation' },
  { name: 'case', path: `/admin/moderation/${caseId}` },
  { name: 'admin-cooperatives', path: '/admin/cooperatives' },
  { name: 'admin-parcels', path: '/admin/colis' },
  { name: 'admin-synonyms', path: '/admin/recherche' },
  { name: 'admin-missed', path: '/admin/recherche/manques' },
  { name: 'admin-journal', path: '/admin/journal' },
];
