import { CooperativeChangedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import type { EntityManager } from '@tiwizi/persistence';
import { tellShelves } from '../persistence/publication.js';

const arrangeShelves = `
  with seller as (
    select may_sell from cooperatives.public_cooperative where id = $1
  ), taken as (
    delete from catalog.shelf s using catalog.product p
    where p.id = s.product_id and p.cooperative_id = $1 and not (select may_sell from seller)
    returning s.category_id
  ), added as (
    insert into catalog.shelf (category_id, published_at, product_id)
    select unnest(c.ancestor_ids), p.published_at, p.id
    from catalog.product p join catalog.category c on c.id = p.category_id
    where p.cooperative_id = $1 and p.withdrawn_at is null and (select may_sell from seller)
    on conflict do nothing
    returning category_id
  )
  select array(select category_id from taken union select category_id from added) as shelves`;

/** Whoever may not sell any more leaves the shelves, and comes back to them: the counts are of what buyers can see. */
@EventConsumer()
export class OnCooperativeChanged implements EventHandler<typeof CooperativeChangedV1> {
  readonly name = 'catalog/on-cooperative-changed';
  readonly event = CooperativeChangedV1;

  async handle(tx: EntityManager, { cooperativeId }: PayloadOf<typeof CooperativeChangedV1>): Promise<void> {
    const [{ shelves = [] } = {}] = await tx.query<{ shelves?: string[] }[]>(arrangeShelves, [cooperativeId]);
    await tellShelves(tx, [{ cooperativeId, shelves }]);
  }
}
