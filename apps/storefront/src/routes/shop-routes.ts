import { index, route, type RouteConfigEntry } from '@react-router/dev/routes';

/** Pages of the shop, below `/:locale`. */
export const shopRoutes: RouteConfigEntry[] = [
  index('routes/home.tsx'),
  route('c/:categorie', 'routes/category.tsx'),
  route('recherche', 'routes/search.tsx'),
  route('recherche/cooperatives', 'routes/search-cooperatives.tsx'),
  route('recherche/combien', 'routes/listing-count.ts'),
  route('suggestions', 'routes/suggestions.ts'),
  route('p/:slug', 'routes/product.tsx'),
  route('panier', 'routes/cart.tsx'),
  route('commande/livraison', 'routes/checkout-delivery.tsx'),
  route('commande/livraison/choix', 'routes/delivery-options.ts'),
  route('commande/paiement', 'routes/checkout-payment.tsx'),
  route('commande/verification', 'routes/checkout-review.tsx'),
  route('commande/merci/:ref', 'routes/order-thanks.tsx'),
  route('commande/retour/:ref', 'routes/order-return.tsx'),
  route('suivi', 'routes/track.tsx'),
  route('suivi/:ref', 'routes/track-order.tsx'),
  route('cooperatives', 'routes/cooperatives.tsx'),
  route('cooperatives/:slug', 'routes/cooperative.tsx'),
  route('connexion', 'routes/sign-in.tsx'),
  route('compte', 'routes/account.tsx'),
  route('compte/commandes', 'routes/account-orders.tsx'),
  route('demo/messages', 'routes/demo-messages.tsx'),
  ...['aide', 'livraison-retours', 'conditions', 'confidentialite', 'accessibilite'].map((page) =>
    route(page, 'routes/info-page.tsx', { id: page }),
  ),
  route('theme', 'routes/theme.ts'),
  route('*', 'routes/no-such-page.tsx'),
];
