import { ListProducts, ShowProduct, SignIn, WhoAmI } from '@tiwizi/contracts';
import type { Cooperative } from './cooperative.js';
import { admin } from './staff.js';
import { Visitor } from './visitor.js';
import { makeWorld, type World } from './world.js';

/** The demonstration's own cooperatives at work, for pictures. */
export interface Demonstration extends World {
  readonly admin: Visitor;
}

let made: Promise<Demonstration> | undefined;
export const demonstration = (): Promise<Demonstration> => (made ??= make());

async function make(): Promise<Demonstration> {
  const [cooperative, other] = await Promise.all([
    cooperativeOf('president@tiwizi.demo', '+212600001002'),
    cooperativeOf('president2@tiwizi.demo', '+212600001003'),
  ]);
  const world = await makeWorld({ cooperative, other, mark: '' });
  const { api } = new Visitor();
  const { items } = await api.call(ListProducts, { query: { category: 'honey', limit: 1 } });
  const shown = await api.call(ShowProduct, { params: { idOrSlug: items[0]!.slug } });
  const product = { ...world.product, id: shown.id, slug: shown.slug, variantId: shown.variants[0]!.id };
  return { ...world, product, admin: await admin() };
}

async function cooperativeOf(identifier: string, phone: string): Promise<Cooperative> {
  const visitor = new Visitor();
  await visitor.api.call(SignIn, { body: { identifier, password: 'tiwizi-demo-2026' } });
  const { name, cooperatives } = await visitor.api.call(WhoAmI);
  const [seat] = cooperatives;
  const president = { name, phone: { typed: phone, full: phone }, visitor };
  return { id: seat!.id, slug: seat!.slug, name: seat!.name, president };
}
