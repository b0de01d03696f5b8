import { Injectable } from '@nestjs/common';
import { copyRows, Database, type EntityManager } from '@tiwizi/persistence';
import { indexVersion } from '../engine/index-settings.js';
import { productDocument, type ProductDocument } from '../engine/product-document.js';
import { Lexicon } from '../lexicon/lexicon.js';
import { copyValues, documentRow, rowColumns, type DocumentRow } from '../persistence/document-row.js';
import { productsOnShow } from '../persistence/products-on-show.query.js';

const columns = rowColumns.map(([name, type]) => `${name} ${type}`).join(', ');
const names = rowColumns.map(([name]) => name);
/** Each product is locked while it is read, and PostgreSQL's table of locks is shared with everybody. */
export const mostAtOnce = 250;
/** So many new rows at once are copied in; fewer are not worth a statement of their own. */
const manyRows = 100;

interface Refreshed {
  readonly toldIds: readonly string[];
  /** Of those on show. */
  readonly documents: readonly ProductDocument[];
}

/** Makes the rows of some products say what PostgreSQL says of them now, and notes those the engine must learn of. */
@Injectable()
export class RefreshDocuments {
  private readonly version = indexVersion();

  constructor(
    private readonly database: Database,
    private readonly lexicon: Lexicon,
  ) {}

  /**
   * Answers those the engine must learn of. Two at once for one product wait for each other: the later one reads the
   * later state.
   */
  async execute(productIds: readonly string[]): Promise<readonly string[]> {
    return (await this.refresh(productIds, false)).toldIds;
  }

  /** The same for an index that is being built: answers the documents of all that are on show, changed or not. */
  async documents(productIds: readonly string[]): Promise<readonly ProductDocument[]> {
    return (await this.refresh(productIds, true)).documents;
  }

  private async refresh(productIds: readonly string[], isWhole: boolean): Promise<Refreshed> {
    const ids = [...new Set(productIds)].sort();
    if (!ids.length) return { toldIds: [], documents: [] };
    return this.database.transaction(async (tx) => {
      await tx.query(
        `select pg_advisory_xact_lock(hashtextextended('search/document/' || id, 0)) from unnest($1::text[]) as id order by id`,
        [ids],
      );
      // First of all: whoever notes one of them after this has it read once more.
      const unread = await this.takeNotes(tx, ids);
      const [products, known] = [await productsOnShow(tx, ids, this.version), await this.checksums(tx, ids)];
      const isStale = ({ id, checksum }: { id: string; checksum: string }) => known.get(id) !== checksum;
      const documents = products
        .filter((product) => isWhole || isStale(product))
        .map((product) => productDocument(product, this.lexicon));
      const shown = new Set(products.map(({ id }) => id));
      const stale = documents.filter(isStale).map(documentRow);
      const gone = ids.filter((id) => known.has(id) && !shown.has(id));
      await this.write(tx, stale, known);
      await this.remove(tx, gone);
      const changedIds = [...stale.map(({ product_id }) => product_id), ...gone];
      if (isWhole) {
        // The living index waits for what was noted, whatever becomes of the one that is being built.
        await this.note(tx, unread);
        return { toldIds: unread, documents };
      }
      // Whoever builds an index tells it of everything; meanwhile a row in step says nothing about the living one.
      const toldIds = (await this.isBuilding(tx)) ? ids : changedIds;
      await this.note(tx, toldIds);
      return { toldIds, documents };
    });
  }

  private async takeNotes(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
    const [taken]: [{ id: string }[], number] = await tx.query(
      `update search.change set is_read = true where product_id = any ($1::uuid[]) and not is_read
       returning product_id as id`,
      [ids],
    );
    return taken.map(({ id }) => id);
  }

  private async isBuilding(tx: EntityManager): Promise<boolean> {
    const builds: unknown[] = await tx.query('select from search.build limit 1');
    return builds.length > 0;
  }

  private async checksums(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; checksum: string }[] = await tx.query(
      'select product_id as id, checksum from search.document where product_id = any ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, checksum }) => [id, checksum]));
  }

  private async write(
    tx: EntityManager,
    rows: readonly DocumentRow[],
    known: ReadonlyMap<string, string>,
  ): Promise<void> {
    const fresh = rows.filter(({ product_id }) => !known.has(product_id));
    const isMany = fresh.length >= manyRows;
    if (isMany) await copyRows(tx, 'search.document', names, fresh.map(copyValues));
    const others = isMany ? rows.filter(({ product_id }) => known.has(product_id)) : rows;
    if (!others.length) return;
    await tx.query(
      `insert into search.document (${names.join(', ')})
       select ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as given (${columns})
       on conflict (product_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      [JSON.stringify(others)],
    );
  }

  private async remove(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length) await tx.query('delete from search.document where product_id = any ($1::uuid[])', [ids]);
  }

  /** In the transaction of the row: who dies after it has forgotten nothing. */
  private async note(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    await tx.query(
      `insert into search.change (product_id) select unnest($1::uuid[])
       on conflict (product_id) do update set changed_at = clock_timestamp(), is_indexed = false`,
      [ids],
    );
  }
}
