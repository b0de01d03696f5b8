import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loadCategories } from './load-categories.js';

export class CreateCatalog1764000040000 implements MigrationInterface {
  readonly name = 'CreateCatalog1764000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema catalog;

      create table catalog.category (
        id text primary key,
        parent_id text references catalog.category,
        name jsonb not null,
        craft text not null,
        -- From the root to the category itself.
        ancestor_ids text[] not null,
        is_leaf boolean not null,
        position int not null,
        attributes jsonb not null,
        needs_sanitary_authorisation boolean not null,
        -- Kept by triggers on catalog.shelf.
        product_count int not null default 0 check (product_count >= 0)
      );

      -- What a cooperative writes. Buyers see catalog.product.
      create table catalog.listing (
        id uuid primary key,
        cooperative_id uuid not null,
        status text not null check (status in ('draft', 'pending', 'online', 'to-correct', 'refused', 'hidden')),
        draft jsonb not null,
        revision int not null default 1,
        -- The number of the last change set.
        last_version int not null default 0,
        -- The change set that waits for a decision.
        pending_version int,
        decision jsonb,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        -- A draft nobody ever saw vanishes; the moderators' papers about it stay.
        removed_at timestamptz
      );
      create index listing_of_cooperative on catalog.listing (cooperative_id, updated_at desc, id desc)
        where removed_at is null;

      create table catalog.change_set (
        id uuid primary key,
        product_id uuid not null references catalog.listing,
        cooperative_id uuid not null,
        version int not null check (version > 0),
        content jsonb not null,
        -- The draft's revision it was made of: a later one means that work went on.
        revision int not null,
        submitted_at timestamptz not null default now(),
        submitted_by uuid not null,
        seller_locale text not null,
        unique (product_id, version)
      );
      create trigger append_only before update or delete on catalog.change_set
        for each row execute function platform.refuse_change();

      -- What buyers see: the newest accepted version, flat for reading.
      create table catalog.product (
        id uuid primary key references catalog.listing,
        cooperative_id uuid not null,
        slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
        version int not null,
        category_id text not null references catalog.category,
        craft text not null,
        kind text not null check (kind in ('stock', 'unique', 'made-to-order')),
        lead_time_days int not null check (lead_time_days >= 0),
        title jsonb not null,
        description jsonb not null,
        attributes jsonb not null,
        label_ids text[] not null,
        image_ids uuid[] not null,
        pictures jsonb not null,
        min_price_amount bigint not null check (min_price_amount > 0),
        currency text not null,
        measure text,
        variant_count int not null check (variant_count > 0),
        -- Its first day in the shop: corrections do not bring it back to the top.
        published_at timestamptz not null,
        withdrawn_at timestamptz
      );
      create index product_newest on catalog.product (published_at desc, id desc) where withdrawn_at is null;
      create index product_of_cooperative on catalog.product (cooperative_id, published_at desc, id desc)
        where withdrawn_at is null;
      create index product_with_picture on catalog.product using gin (image_ids) with (fastupdate = off);

      create table catalog.product_version (
        product_id uuid not null references catalog.product,
        version int not null,
        content jsonb not null,
        change_set_id uuid references catalog.change_set,
        published_at timestamptz not null,
        primary key (product_id, version)
      );
      create trigger append_only before update or delete on catalog.product_version
        for each row execute function platform.refuse_change();

      -- Where a product stands while it is for sale: its category and every one above, newest first.
      create table catalog.shelf (
        category_id text not null references catalog.category,
        published_at timestamptz not null,
        product_id uuid not null references catalog.product,
        primary key (category_id, published_at, product_id)
      );
      create index shelf_of_product on catalog.shelf (product_id);

      create function catalog.count_shelf() returns trigger language plpgsql as $$
      begin
        -- In the order of ids, so that two publications never wait for each other crosswise.
        perform 1 from catalog.category where id in (select category_id from changed) order by id for no key update;
        update catalog.category c
        set product_count = c.product_count + n.amount * (case tg_op when 'INSERT' then 1 else -1 end)
        from (select category_id, count(*)::int as amount from changed group by category_id) n
        where c.id = n.category_id;
        return null;
      end $$;
      create trigger count_added after insert on catalog.shelf referencing new table as changed
        for each statement execute function catalog.count_shelf();
      create trigger count_taken after delete on catalog.shelf referencing old table as changed
        for each statement execute function catalog.count_shelf();

      create table catalog.variant (
        id uuid primary key,
        product_id uuid not null references catalog.product,
        cooperative_id uuid not null,
        position int not null,
        sku text not null,
        axis text not null,
        measure text,
        price_amount bigint not null check (price_amount > 0),
        currency text not null,
        weight_grams int not null check (weight_grams > 0),
        net_quantity int check (net_quantity > 0),
        net_unit text check (net_unit in ('g', 'ml')),
        -- No longer offered; orders still name it.
        retired_at timestamptz
      );
      create index variant_of_product on catalog.variant (product_id, position);
      create unique index variant_sku on catalog.variant (cooperative_id, sku) where retired_at is null;

      create table catalog.stock_level (
        variant_id uuid primary key references catalog.variant,
        on_hand int not null,
        reserved int not null default 0,
        check (reserved >= 0 and reserved <= on_hand)
      ) with (fillfactor = 80);

      create table catalog.stock_movement (
        id bigint generated always as identity primary key,
        variant_id uuid not null references catalog.stock_level,
        quantity int not null check (quantity <> 0),
        -- opened, counted, sold, or the words of whoever brings goods back.
        cause text not null,
        order_id uuid,
        actor text not null,
        at timestamptz not null default now()
      );
      create index movement_of_variant on catalog.stock_movement (variant_id);
      -- The same command for the same order moves nothing twice.
      create unique index movement_once on catalog.stock_movement (order_id, variant_id, cause)
        where order_id is not null;
      create trigger append_only before update or delete on catalog.stock_movement
        for each row execute function platform.refuse_change();
      create trigger never_emptied before truncate on catalog.stock_movement
        for each statement execute function platform.refuse_change();

      create table catalog.reservation (
        id bigint generated always as identity primary key,
        order_id uuid not null,
        variant_id uuid not null references catalog.stock_level,
        quantity int not null check (quantity > 0),
        status text not null default 'held' check (status in ('held', 'consumed', 'released', 'expired')),
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        settled_at timestamptz
      );
      create index reservation_of_order on catalog.reservation (order_id, variant_id);
      -- An order whose hold has ended may ask again; it never holds or takes the same goods twice.
      create unique index reservation_once on catalog.reservation (order_id, variant_id)
        where status in ('held', 'consumed');
      create index reservation_held on catalog.reservation (expires_at) where status = 'held';
      create function catalog.keep_settled() returns trigger language plpgsql as $$
      begin
        if old.status <> 'held' then
          raise exception 'a reservation that is % stays so', old.status using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      create trigger settled_once before update on catalog.reservation
        for each row execute function catalog.keep_settled();

      -- Photographs that are ready, in the cooperative's order.
      create function catalog.photographs_of(images uuid[]) returns jsonb
      language sql stable parallel safe
      return (
        select coalesce(jsonb_agg(jsonb_build_object('url', m.url, 'srcset', m.srcset, 'width', m.width,
                 'height', m.height, 'isGenerated', false, 'alt', null) order by i.position), '[]')
        from unnest(images) with ordinality as i(id, position)
        join media.public_picture m on m.id = i.id and m.status = 'ready');

      create function catalog.image_ids_of(content jsonb) returns uuid[]
      language sql immutable parallel safe
      return array(select id::uuid from jsonb_array_elements_text(coalesce(content -> 'imageIds', '[]'))
                     with ordinality as i(id, position) order by position);

      -- Without any photograph, the drawing of the craft.
      create function catalog.pictures_of(images uuid[], craft text, product uuid) returns jsonb
      language sql stable parallel safe
      return coalesce(nullif(catalog.photographs_of(images), '[]'),
        jsonb_build_array(jsonb_build_object('url', '/pictures/products/' || craft || '/' || product || '.svg',
          'srcset', null, 'width', 960, 'height', 720, 'isGenerated', true, 'alt', null)));

      create view catalog.public_category as
      select id, parent_id, name, craft, ancestor_ids, position from catalog.category;

      create view catalog.public_product as
      select p.id, p.slug, p.version, p.cooperative_id, p.category_id, p.craft, p.kind, p.lead_time_days, p.title,
             p.description, p.attributes, p.label_ids, p.pictures -> 0 as picture, p.min_price_amount, p.currency,
             p.measure, p.variant_count,
             (select coalesce(sum(s.on_hand - s.reserved), 0)::int
              from catalog.variant v join catalog.stock_level s on s.variant_id = v.id
              where v.product_id = p.id and v.retired_at is null) as available,
             p.published_at
      from catalog.product p
      join cooperatives.public_cooperative c on c.id = p.cooperative_id and c.may_sell
      where p.withdrawn_at is null;

      create view catalog.public_variant as
      select v.id, v.product_id, v.position, v.sku, v.measure,
             case when v.measure is null then '[]'::jsonb
                  else jsonb_build_array(jsonb_build_object('axis', v.axis, 'value', v.measure)) end as options,
             v.price_amount, v.currency, v.weight_grams, (s.on_hand - s.reserved) as available,
             case p.kind when 'unique' then 1 else 999 end as max_per_order,
             (v.retired_at is null and p.withdrawn_at is null and c.may_sell) as is_for_sale
      from catalog.variant v
      join catalog.product p on p.id = v.product_id
      join catalog.stock_level s on s.variant_id = v.id
      join cooperatives.public_cooperative c on c.id = p.cooperative_id;
    `);
    await loadCategories(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema catalog cascade');
  }
}
