import { Injectable } from '@nestjs/common';
import { Database, type NamedStatement } from '@tiwizi/persistence';
import type { Texts } from '../engine/texts.js';

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

interface Named {
  readonly name: Texts;
}

/** What is few, changes with a release, and gives values of facets their names. */
export interface Directory {
  readonly category: ReadonlyMap<string, Named & { readonly parentId: string | null }>;
  readonly region: ReadonlyMap<string, Named>;
  readonly province: ReadonlyMap<string, Named & Spot & { readonly regionId: string }>;
  readonly label: ReadonlyMap<string, Named>;
}

interface Row extends Named, Spot {
  readonly kind: keyof Directory;
  readonly id: string;
  readonly parent: string | null;
}

const freshMs = 60_000;

const everything: NamedStatement = {
  name: 'search/directory',
  text: `
    select 'category' as kind, id, name, parent_id as parent, null::float8 as latitude, null::float8 as longitude
    from catalog.public_category
    union all select 'region', id, name, null, null, null from cooperatives.public_region
    union all select 'province', id, name, region_id, latitude, longitude from cooperatives.public_province
    union all select 'label', id, name, null, null, null from cooperatives.public_label`,
};

/** Categories, regions, provinces and labels, read once in a while: of many who ask at once, one reads. */
@Injectable()
export class ReadDirectory {
  private known: Promise<Directory> | null = null;
  private freshUntil = 0;

  constructor(private readonly database: Database) {}

  execute(): Promise<Directory> {
    if (this.known && this.freshUntil > Date.now()) return this.known;
    this.freshUntil = Date.now() + freshMs;
    this.known = this.read();
    this.known.catch(() => (this.freshUntil = 0));
    return this.known;
  }

  private async read(): Promise<Directory> {
    const rows = await this.database.named<Row>(everything);
    const of = <T>(kind: keyof Directory, entry: (row: Row) => T): ReadonlyMap<string, T> =>
      new Map(rows.filter((row) => row.kind === kind).map((row) => [row.id, entry(row)]));
    return {
      category: of('category', ({ name, parent }) => ({ name, parentId: parent })),
      region: of('region', ({ name }) => ({ name })),
      province: of('province', ({ name, parent, latitude, longitude }) => ({
        name,
        regionId: parent ?? '',
        latitude,
        longitude,
      })),
      label: of('label', ({ name }) => ({ name })),
    };
  }
}
