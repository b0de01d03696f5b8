import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@tiwizi/contracts';
import { pickText, type Locale } from '@tiwizi/i18n';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import type { Texts } from '../engine/texts.js';
import type { Facet } from '../engine/wishes.js';

type NamedFacet = Exclude<Facet, 'price' | 'availability'>;
type Names = Record<NamedFacet, ReadonlyMap<string, Texts>>;

/** Regions, labels and categories are few and change with a release; their names are read once in a while. */
const freshMs = 60_000;

const fixedNames: NamedStatement = {
  name: 'search/facet-names',
  text: `
    select 'category' as facet, id, name from catalog.public_category
    union all select 'region', id, name from cooperatives.public_region
    union all select 'label', id, name from cooperatives.public_label`,
};

const cooperativeNames: NamedStatement = {
  name: 'search/cooperative-names',
  text: 'select slug as id, name from cooperatives.public_cooperative where slug = any ($1::text[])',
};

const cooperativeSlugs: NamedStatement = {
  name: 'search/cooperative-slugs',
  text: 'select id::text, slug from cooperatives.public_cooperative where id = any ($1::uuid[])',
};

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the values of the facets are called in the reader's language. */
@Injectable()
export class FacetNames {
  private fixed: { names: Omit<Names, 'cooperative'>; freshUntil: number } | null = null;

  constructor(private readonly database: Database) {}

  /** A function that names a value; one nobody knows keeps its code. */
  async forValues(
    cooperatives: readonly string[],
    locale: Locale,
  ): Promise<(facet: NamedFacet, value: string) => LocalizedText> {
    const [fixed, cooperative] = await Promise.all([this.readFixed(), this.readCooperatives(cooperatives)]);
    const names: Names = { ...fixed, cooperative };
    return (facet, value) => {
      const known = names[facet].get(value);
      return known ? pickText(known, locale) : { locale, text: value };
    };
  }

  /** Cooperatives may be named by their ids: the index knows them by their slugs. */
  async slugsOf(cooperatives: readonly string[]): Promise<string[]> {
    const ids = cooperatives.filter((value) => id.test(value));
    if (!ids.length) return [...cooperatives];
    const rows = await this.database.named<{ id: string; slug: string }>(cooperativeSlugs, [ids]);
    const slugs = new Map(rows.map((row) => [row.id, row.slug]));
    return cooperatives.map((value) => slugs.get(value) ?? value);
  }

  private async readFixed(): Promise<Omit<Names, 'cooperative'>> {
    if (this.fixed && this.fixed.freshUntil > Date.now()) return this.fixed.names;
    const rows = await this.database.named<{ facet: NamedFacet; id: string; name: Texts }>(fixedNames);
    const of = (facet: NamedFacet) =>
      new Map(rows.filter((row) => row.facet === facet).map(({ id, name }) => [id, name]));
    const names = { category: of('category'), region: of('region'), label: of('label') };
    this.fixed = { names, freshUntil: Date.now() + freshMs };
    return names;
  }

  private async readCooperatives(slugs: readonly string[]): Promise<ReadonlyMap<string, Texts>> {
    if (!slugs.length) return new Map();
    const rows = await this.database.named<{ id: string; name: Texts }>(cooperativeNames, [slugs]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
