import type { World } from '../marketplace/world.js';

export interface PageToSee {
  /** Below the locale. */
  readonly path: string;
  /** 404 for the page that says so. */
  readonly status?: number;
}

/** Everything anybody may open without a cart, an order or a session. */
export const publicPages = ({ product, cooperative }: World): PageToSee[] => [
  { path: '/' },
  { path: '/c/paniers-et-couffins' },
  { path: '/recherche' },
  { path: '/recherche?q=miel&region=MA-09&dispo=in-stock&tri=price-asc' },
  { path: '/recherche?q=zzzzzz' },
  { path: `/p/${product.slug}` },
  { path: '/cooperatives' },
  { path: `/cooperatives/${cooperative.slug}` },
  { path: '/panier' },
  { path: '/suivi' },
  { path: '/connexion' },
  { path: '/connexion?nouveau=1' },
  { path: '/vendre' },
  { path: '/aide' },
  { path: '/livraison-retours' },
  { path: '/conditions' },
  { path: '/confidentialite' },
  { path: '/accessibilite' },
  { path: '/demo/messages' },
  { path: '/nulle-part', status: 404 },
];

/** With a filled cart in the visitor's cookie. */
export const cartPages = (): PageToSee[] => [
  { path: '/panier' },
  { path: '/commande/livraison' },
  { path: '/commande/paiement' },
  { path: '/commande/verification' },
  { path: '/commande/verification?mode=carte' },
];

/** With the proof that a guest received. */
export const orderPages = ({ confirmed, unconfirmed, unpaid }: World): PageToSee[] => [
  { path: `/commande/merci/${confirmed.number}?token=${confirmed.token}` },
  { path: `/commande/merci/${unconfirmed.number}?token=${unconfirmed.token}` },
  { path: `/commande/retour/${unpaid.number}?token=${unpaid.token}` },
  { path: `/suivi/${confirmed.number}?token=${confirmed.token}` },
];

/** The workspace and the account, as the cooperative's president sees them. */
export const sellerPages = ({ subOrderId, listingToCorrect }: World): PageToSee[] => [
  { path: '/vendeur' },
  { path: '/vendeur/produits' },
  { path: '/vendeur/produits/nouveau/photos' },
  { path: `/vendeur/produits/nouveau/nom?produit=${listingToCorrect}` },
  { path: `/vendeur/produits/nouveau/prix?produit=${listingToCorrect}` },
  { path: `/vendeur/produits/nouveau/verifier?produit=${listingToCorrect}` },
  { path: `/vendeur/produits/${listingToCorrect}` },
  { path: '/vendeur/commandes' },
  { path: `/vendeur/commandes/${subOrderId}` },
  { path: '/vendeur/versements' },
  { path: '/vendeur/cooperative' },
  { path: '/vendre/inscription' },
  { path: '/compte' },
  { path: '/compte/commandes' },
];

export const staffPages = ({ caseId }: World): PageToSee[] => [
  { path: '/admin' },
  { path: '/admin/moderation' },
  { path: `/admin/moderation/${caseId}` },
  { path: '/admin/cooperatives' },
  { path: '/admin/colis' },
  { path: '/admin/journal' },
];
