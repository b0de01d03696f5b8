import { Injectable } from '@nestjs/common';
import { Database, type EntityManager } from '@tiwizi/persistence';
import { productDocument } from '../engine/product-document.js';
import { Lexicon } from '../lexicon/lexicon.js';
import { documentRow, type DocumentRow } from '../persistence/document-row.js';
import { productsOnShow } from '../persistence/products-on-show.query.js';

const columns = `
  product_id uuid, title text, body text, maker text, keys text[], things text[], heads text[], category_ids text[],
  region_id text, province_id text, is_women_led boolean, ships_to text[], cooperative_slug text, label_ids text[], availability text, price_amount bigint,
  published_at timestamptz, content jsonb, checksum text`;
const names = columns.split(',').map((column) => column.trim().split(' ')[0] ?? '');

/** Makes the rows of some products say what PostgreSQL says of them now, and notes those the engine must learn of. */
@Injectable()
export class RefreshDocuments {
  constructor(
    private readonly database: Database,
    private readonly lexicon: Lexicon,
  ) {}

  /** Answers how many differed. Two at once for one product wait for each other: the later one reads the later state. */
  async execute(productIds: readonly string[]): Promise<number> {
    const ids = [...new Set(productIds)].sort();
    if (!ids.length) return 0;
    return this.database.transaction(async (tx) => {
      await tx.query(
        `select pg_advisory_xact_lock(hashtextextended('search/document/' || id, 0)) from unnest($1::text[]) as id order by id`,
        [ids],
      );
      const products = await productsOnShow(tx, ids);
      const rows = products.map((product) => documentRow(productDocument(product, this.lexicon)));
      const shown = new Set(rows.map(({ product_id }) => product_id));
      const changed = [
        ...(await this.write(tx, rows)),
        ...(await this.remove(
          tx,
          ids.filter((id) => !shown.has(id)),
        )),
      ];
      await this.note(tx, changed);
      return changed.length;
    });
  }

  private async write(tx: EntityManager, rows: readonly DocumentRow[]): Promise<string[]> {
    if (!rows.length) return [];
    const written: { product_id: string }[] = await tx.query(
      `insert into search.document (${names.join(', ')})
       select ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as given (${columns})
       on conflict (product_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
       where document.checksum <> excluded.checksum or document.content <> excluded.content
       returning product_id`,
      [JSON.stringify(rows)],
    );
    return written.map(({ product_id }) => product_id);
  }

  private async remove(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
    if (!ids.length) return [];
    const [removed]: [{ product_id: string }[], number] = await tx.query(
      'delete from search.document where product_id = any ($1::uuid[]) returning product_id',
      [ids],
    );
    return removed.map(({ product_id }) => product_id);
  }

  private async note(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    await tx.query(
      `insert into search.change (product_id) select unnest($1::uuid[])
       on conflict (product_id) do update set changed_at = clock_timestamp(), is_indexed = false`,
      [ids],
    );
  }
}
