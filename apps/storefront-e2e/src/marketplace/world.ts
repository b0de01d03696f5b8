import { randomUUID } from 'node:crypto';
import { test as base } from '@playwright/test';
import { AcceptSubOrder, AddLine, DecideCase, ListSellerOrders, OpenCart, SetDelivery } from '@tiwizi/contracts';
import { openCooperative, type Cooperative } from './cooperative.js';
import { buyerAddress, placeOrder, type PlacedOrder } from './order.js';
import { newPhone } from './people.js';
import { caseOf, publishProduct, submitListing, type Product } from './product.js';
import { moderator } from './staff.js';
import { Visitor } from './visitor.js';

/** Something on every page: what is looked at, not what is done. */
export interface World {
  readonly cooperative: Cooperative;
  readonly product: Product;
  /** A cart with two parcels and an address. */
  readonly cartId: string;
  readonly confirmed: PlacedOrder;
  /** Waits for its code. */
  readonly unconfirmed: PlacedOrder;
  /** Waits for its card. */
  readonly unpaid: PlacedOrder;
  readonly subOrderId: string;
  /** Sent back by the moderator with a reason. */
  readonly listingToCorrect: string;
  readonly caseId: string;
}

interface Given {
  readonly cooperative: Cooperative;
  readonly other: Cooperative;
  /** Makes the names of this world's products its own. */
  readonly mark: string;
}

async function makeOwnWorld(): Promise<World> {
  const [cooperative, other] = await Promise.all([openCooperative('fr'), openCooperative('ar')]);
  return makeWorld({ cooperative, other, mark: ` ${newPhone().full.slice(-7)}` });
}

export async function makeWorld({ cooperative, other, mark }: Given): Promise<World> {
  const [product, neighbour] = await Promise.all([
    publishProduct(cooperative, {
      title: { fr: `Panier rond${mark}`, ar: `سلة مستديرة${mark}`, zgh: `ⵜⴰⵔⵢⴰⵍⵜ${mark}` },
      description: { fr: 'Tressé à la main.\nFeuilles de palmier séchées au soleil.', ar: 'منسوجة باليد.' },
    }),
    publishProduct(other, { title: { ar: `قفة صغيرة${mark}` } }),
  ]);
  const bought = [product, neighbour];
  const [confirmed, unconfirmed, unpaid, cartId] = await Promise.all([
    placeOrder(bought),
    placeOrder(bought, 'fr', 'cash-on-delivery', false),
    placeOrder(bought, 'fr', 'card'),
    fillCart(bought),
  ]);
  const [listingToCorrect, caseId] = await Promise.all([
    sentBack(cooperative, `Panier à corriger${mark}`),
    submitListing(cooperative, { title: { fr: `Panier qui guérit${mark}` } }).then(() =>
      caseOf(`Panier qui guérit${mark}`).then(({ id }) => id),
    ),
  ]);
  const subOrderId = await acceptFirst(cooperative);
  return { cooperative, product, cartId, confirmed, unconfirmed, unpaid, subOrderId, listingToCorrect, caseId };
}

async function fillCart(products: readonly Product[]): Promise<string> {
  const { api } = new Visitor();
  const { id } = await api.call(OpenCart);
  for (const { variantId } of products) await api.call(AddLine, { params: { id }, body: { variantId, quantity: 2 } });
  const address = { name: 'Youssef Benali', phone: newPhone().full, ...buyerAddress };
  await api.call(SetDelivery, { params: { id }, body: { address } });
  return id;
}

async function sentBack(cooperative: Cooperative, title: string): Promise<string> {
  const listingId = await submitListing(cooperative, { title: { fr: title } });
  const { id, version } = await caseOf(title);
  const { api } = await moderator();
  await api.call(DecideCase, {
    params: { id },
    body: {
      kind: 'request-change',
      version,
      reasons: ['photo'],
      field: 'photos',
      message: 'La photo est trop sombre. Prenez-la dehors, à l’ombre.',
    },
    idempotencyKey: randomUUID(),
  });
  return listingId;
}

async function acceptFirst({ id: coopId, president }: Cooperative): Promise<string> {
  const { api } = president.visitor;
  const { items } = await api.call(ListSellerOrders, { params: { coopId } });
  const { id } = items[0]!;
  await api.call(AcceptSubOrder, { params: { coopId, id }, idempotencyKey: randomUUID() });
  return id;
}

/** Made once by each worker for the specs that look at pages. */
export const test = base.extend<object, { world: World }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture asks for: none
  world: [async ({}, use) => use(await makeOwnWorld()), { scope: 'worker', timeout: 90_000 }],
});
