import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loadReferenceData } from '../reference-data.js';

export class CreateCooperatives1764000020000 implements MigrationInterface {
  readonly name = 'CreateCooperatives1764000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema cooperatives');
    await runner.query(tables);
    await runner.query(views);
    for (const [sql, rows] of loadReferenceData) await runner.query(sql, [rows]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema cooperatives cascade');
  }
}

const tables = `
  create table cooperatives.region (
    id text primary key,
    name jsonb not null,
    position int not null
  );

  create table cooperatives.province (
    id text primary key,
    region_id text not null references cooperatives.region,
    kind text not null check (kind in ('province', 'prefecture')),
    name jsonb not null,
    chief_town jsonb not null,
    unique (id, region_id)
  );

  create table cooperatives.label (
    id text primary key,
    kind text not null,
    name jsonb not null,
    confidence text not null
  );

  create table cooperatives.cooperative (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    name jsonb not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
    story jsonb not null default '{}',
    activity jsonb not null default '{}',
    place jsonb not null,
    province_id text not null,
    region_id text not null,
    court text not null,
    -- The court's name without accents, case and script: one register, however its name is typed.
    court_key text not null,
    local_register_number int not null check (local_register_number > 0),
    ice text unique check (ice ~ '^[0-9]{15}$'),
    rib text check (rib ~ '^[0-9]{24}$'),
    phone text check (phone ~ '^\\+[1-9][0-9]{7,14}$'),
    founded_year int check (founded_year between 1900 and 2200),
    member_count int check (member_count > 0),
    women_count int check (women_count >= 0),
    is_women_led boolean generated always as (coalesce(women_count = member_count, false)) stored,
    verification text not null
      check (verification in ('documents-missing', 'submitted', 'verified', 'refused', 'suspended')),
    verification_level smallint not null default 0 check (verification_level between 0 and 4),
    refusal_reason text,
    selling_mode text not null default 'checkout' check (selling_mode in ('contact', 'checkout')),
    may_sell boolean generated always as (verification = 'verified' and selling_mode = 'checkout') stored,
    president_name text,
    locale text not null check (locale in ('fr', 'ar', 'zgh', 'en')),
    applied_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    foreign key (province_id, region_id) references cooperatives.province (id, region_id),
    unique (court_key, local_register_number),
    check (women_count <= member_count),
    check (verification <> 'verified' or verification_level >= 2),
    check (verification not in ('refused', 'suspended') or refusal_reason is not null)
  );
  create index on cooperatives.cooperative (region_id, slug) where verification = 'verified';
  create index on cooperatives.cooperative (slug) where verification = 'verified';
  create index on cooperatives.cooperative (verification, applied_at, id);
  create index on cooperatives.cooperative (applied_at, id);

  -- A label is shown only while the cooperative holds a live certificate for it.
  create table cooperatives.label_certificate (
    cooperative_id uuid not null references cooperatives.cooperative on delete cascade,
    label_id text not null references cooperatives.label,
    number text not null,
    expires_on date not null,
    primary key (cooperative_id, label_id)
  );

  -- What catalog has told about products on show: enough to count them.
  create table cooperatives.shown_product (
    product_id uuid primary key,
    cooperative_id uuid not null,
    version int not null,
    is_shown boolean not null
  );
  create index on cooperatives.shown_product (cooperative_id) where is_shown;
`;

const views = `
  create view cooperatives.public_region as
    select id, name, position from cooperatives.region;

  create view cooperatives.public_province as
    select id, region_id, name, chief_town from cooperatives.province;

  create view cooperatives.public_label as
    select id, name, kind from cooperatives.label where confidence <> 'unsure';

  create view cooperatives.public_cooperative as
    select id, slug, name, place, region_id, province_id,
      verification = 'verified' as is_verified, may_sell,
      '/pictures/cooperatives/' || slug || '.svg' as emblem,
      is_women_led, member_count, women_count, founded_year, story, activity,
      array(
        select certificate.label_id
        from cooperatives.label_certificate certificate
        join cooperatives.public_label label on label.id = certificate.label_id
        where certificate.cooperative_id = cooperative.id and certificate.expires_on >= current_date
        order by certificate.label_id
      ) as label_ids
    from cooperatives.cooperative;
`;
