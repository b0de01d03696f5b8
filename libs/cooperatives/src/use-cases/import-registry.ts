import { Injectable } from '@nestjs/common';
import { CooperativeChangedV1, type Translations } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import type { Locale } from '@tiwizi/i18n';
import type { EntityManager } from '@tiwizi/persistence';
import { slugify } from '@tiwizi/text';
import type { Verification } from '../domain/cooperative.js';

/** One line of the registry. Texts and numbers come from an authority: they are kept as they are. */
export interface RegistryRow {
  id: string;
  slug: string;
  name: Translations;
  place: Translations;
  story?: Translations;
  activity?: Translations;
  provinceId: string;
  court: string;
  localRegisterNumber: number;
  ice: string | null;
  rib: string | null;
  phone: string | null;
  foundedYear: number | null;
  memberCount: number | null;
  womenCount: number | null;
  verification: Verification;
  verificationLevel: number;
  presidentName?: string | null;
  locale: Locale;
  appliedAt?: string;
  labels?: { labelId: string; number: string; expiresOn: string }[];
}

const batchSize = 1_000;

const columns = `
  id uuid, slug text, name jsonb, place jsonb, story jsonb, activity jsonb, province_id text, court text,
  court_key text, local_register_number int, ice text, rib text, phone text, founded_year int, member_count int,
  women_count int, verification text, verification_level smallint, president_name text, locale text,
  applied_at timestamptz`;
const names = columns.replace(/ (uuid|text|jsonb|int|smallint|timestamptz)(?=,|$)/g, '');
/** What the registry may change later. Verification, bank account and people are decided here, not there. */
const refreshed = ['name', 'place', 'story', 'activity', 'founded_year', 'member_count', 'women_count'];
const tuple = (table: string) => refreshed.map((name) => `${table}.${name}`).join(', ');

const saveCooperatives = `
  insert into cooperatives.cooperative (${names}, region_id)
  select ${names.replace(/\b(\w+)\b/g, 'line.$1')}, province.region_id
  from jsonb_to_recordset($1::jsonb) as line (${columns})
  join cooperatives.province on province.id = line.province_id
  on conflict (id) do update
  set (${refreshed.join(', ')}, changed_at) = (${tuple('excluded')}, now())
  where (${tuple('cooperative')}) is distinct from (${tuple('excluded')})
  returning id, slug, (xmax <> 0) as "isKnown"`;

const saveCertificates = `
  insert into cooperatives.label_certificate (cooperative_id, label_id, number, expires_on)
  select cooperative_id, label_id, number, expires_on
  from jsonb_to_recordset($1::jsonb) as line (cooperative_id uuid, label_id text, number text, expires_on date)
  on conflict (cooperative_id, label_id) do update set number = excluded.number, expires_on = excluded.expires_on`;

/** Lines of the registry in bulk, as often as wanted: a line seen before changes only what the registry knows better. */
@Injectable()
export class ImportRegistry {
  constructor(private readonly outbox: Outbox) {}

  async execute(tx: EntityManager, rows: readonly RegistryRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += batchSize) {
      await this.importBatch(tx, rows.slice(start, start + batchSize));
    }
  }

  private async importBatch(tx: EntityManager, rows: readonly RegistryRow[]): Promise<void> {
    const saved: { id: string; slug: string; isKnown: boolean }[] = await tx.query(saveCooperatives, [
      JSON.stringify(rows.map(toLine)),
    ]);
    const certificates = rows.flatMap(({ id, labels = [] }) =>
      labels.map(({ labelId, number, expiresOn }) => ({
        cooperative_id: id,
        label_id: labelId,
        number,
        expires_on: expiresOn,
      })),
    );
    if (certificates.length) await tx.query(saveCertificates, [JSON.stringify(certificates)]);
    // Nobody holds a copy of a cooperative that is new.
    const changed = saved.filter(({ isKnown }) => isKnown);
    if (!changed.length) return;
    await this.outbox.publish(
      tx,
      CooperativeChangedV1,
      changed.map(({ id, slug }) => ({ cooperativeId: id, slug })),
    );
  }
}

function toLine(row: RegistryRow): Record<string, unknown> {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    place: row.place,
    story: row.story ?? {},
    activity: row.activity ?? {},
    province_id: row.provinceId,
    court: row.court,
    court_key: slugify(row.court),
    local_register_number: row.localRegisterNumber,
    ice: row.ice,
    rib: row.rib,
    phone: row.phone,
    founded_year: row.foundedYear,
    member_count: row.memberCount,
    women_count: row.womenCount,
    verification: row.verification,
    verification_level: row.verificationLevel,
    president_name: row.presidentName ?? null,
    locale: row.locale,
    applied_at: row.appliedAt ?? new Date().toISOString(),
  };
}
