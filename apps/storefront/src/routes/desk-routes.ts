import { index, layout, route, type RouteConfigEntry } from '@react-router/dev/routes';

/** Pages of the cooperative's workspace, the moderation desk and the back office, below `/:locale`. */
export const deskRoutes: RouteConfigEntry[] = [
  route('vendre', 'routes/seller/become-seller.tsx'),
  route('vendre/inscription', 'routes/seller/apply.tsx'),
  route('vendeur/choisir', 'routes/seller/choose-cooperative.tsx'),
  route('vendeur', 'routes/seller/workspace.tsx', [
    index('routes/seller/home.tsx'),
    route('produits', 'routes/seller/products.tsx'),
    route('produits/nouveau/:etape', 'routes/seller/new-product.tsx'),
    route('produits/:id', 'routes/seller/product.tsx'),
    route('commandes', 'routes/seller/orders.tsx'),
    route('commandes/:id', 'routes/seller/order.tsx'),
    route('versements', 'routes/seller/payouts.tsx'),
    route('cooperative', 'routes/seller/cooperative.tsx'),
  ]),
  route('admin', 'routes/admin/desk.tsx', [
    index('routes/admin/dashboard.tsx'),
    layout('routes/moderation/desk.tsx', [
      route('moderation', 'routes/moderation/queue.tsx'),
      route('moderation/:id', 'routes/moderation/case.tsx'),
    ]),
    route('cooperatives', 'routes/admin/cooperatives.tsx'),
    route('colis', 'routes/admin/parcels.tsx'),
    route('recherche', 'routes/admin/synonyms.tsx'),
    route('recherche/manques', 'routes/admin/missed-words.tsx'),
    route('journal', 'routes/admin/journal.tsx'),
  ]),
];
