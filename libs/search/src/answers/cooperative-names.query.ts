import { Injectable } from '@nestjs/common';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import type { Texts } from '../engine/texts.js';

const freshMs = 30_000;
const mostKept = 5000;

const namesOf: NamedStatement = {
  name: 'search/cooperative-names',
  text: 'select slug, name from cooperatives.public_cooperative where slug = any ($1::text[])',
};

const slugsOf: NamedStatement = {
  name: 'search/cooperative-slugs',
  text: 'select id::text, slug from cooperatives.public_cooperative where id = any ($1::uuid[])',
};

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What cooperatives are called: the same ones stand in the facets of most answers, and are kept for a while. */
@Injectable()
export class CooperativeNames {
  private readonly kept = new Map<string, { name: Texts | null; freshUntil: number }>();

  constructor(private readonly database: Database) {}

  async of(slugs: readonly string[]): Promise<ReadonlyMap<string, Texts>> {
    const now = Date.now();
    const isFresh = (slug: string) => (this.kept.get(slug)?.freshUntil ?? 0) > now;
    const known = new Map(slugs.filter(isFresh).map((slug) => [slug, this.kept.get(slug)?.name ?? null]));
    const missing = slugs.filter((slug) => !known.has(slug));
    const read = missing.length ? await this.read(missing, now + freshMs) : [];
    return new Map([...known, ...read].flatMap(([slug, name]) => (name ? [[slug, name] as const] : [])));
  }

  /** Cooperatives may be named by their ids: the index knows them by their slugs. */
  async slugsOf(cooperatives: readonly string[]): Promise<string[]> {
    const ids = cooperatives.filter((value) => id.test(value));
    if (!ids.length) return [...cooperatives];
    const rows = await this.database.named<{ id: string; slug: string }>(slugsOf, [ids]);
    const slugs = new Map(rows.map((row) => [row.id, row.slug]));
    return cooperatives.map((value) => slugs.get(value) ?? value);
  }

  private async read(slugs: readonly string[], freshUntil: number): Promise<[string, Texts][]> {
    const rows = await this.database.named<{ slug: string; name: Texts }>(namesOf, [slugs]);
    if (this.kept.size + slugs.length > mostKept) this.kept.clear();
    for (const slug of slugs) this.kept.set(slug, { name: null, freshUntil });
    for (const { slug, name } of rows) this.kept.set(slug, { name, freshUntil });
    return rows.map(({ slug, name }) => [slug, name]);
  }
}
