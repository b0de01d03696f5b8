import { Injectable } from '@nestjs/common';
import { ProductPublishedV1, type ListingDraft, type LocaleCode, type Picture } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { Database, type EntityManager } from '@tiwizi/persistence';
import type { PublishedProduct } from './domain/published-product.js';
import { loadPublished } from './persistence/bulk-load.js';
import { publish } from './persistence/publication.js';
import { ReserveStock, type StockLine } from './use-cases/reserve-stock.js';
import { Restock } from './use-cases/restock.js';
import { SettleReservation } from './use-cases/settle-reservation.js';

/** What a cooperative sent to the moderators, and what buyers see meanwhile. */
export interface ChangeSet {
  id: string;
  productId: string;
  cooperativeId: string;
  version: number;
  content: ListingDraft;
  /** The photographs of the content that are ready, in its order. */
  pictures: Picture[];
  live: { version: number; content: ListingDraft; pictures: Picture[] } | null;
  submittedAt: Date;
  submittedBy: string;
  sellerLocale: LocaleCode;
}

/** What other contexts may ask of the catalogue. Stock moves inside their transaction. */
@Injectable()
export class CatalogApi {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly reserveStock: ReserveStock,
    private readonly settleReservation: SettleReservation,
    private readonly goods: Restock,
  ) {}

  async changeSet(id: string): Promise<ChangeSet | null> {
    const [row] = await this.database.query<ChangeSet>(
      `select s.id, s.product_id as "productId", s.cooperative_id as "cooperativeId", s.version, s.content,
              catalog.photographs_of(catalog.image_ids_of(s.content)) as pictures,
              case when v.version is not null then jsonb_build_object(
                'version', v.version, 'content', v.content, 'pictures', p.pictures) end as live,
              s.submitted_at as "submittedAt", s.submitted_by as "submittedBy", s.seller_locale as "sellerLocale"
       from catalog.change_set s
       left join catalog.product p on p.id = s.product_id and p.withdrawn_at is null
       left join catalog.product_version v on v.product_id = p.id and v.version = p.version
       where s.id = $1`,
      [id],
    );
    return row ?? null;
  }

  async sellerHistory(cooperativeId: string): Promise<{ productCount: number }> {
    const [row] = await this.database.query<{ productCount: number }>(
      `select count(*)::int as "productCount" from catalog.product
       where cooperative_id = $1 and withdrawn_at is null`,
      [cooperativeId],
    );
    return { productCount: row?.productCount ?? 0 };
  }

  /** Holds all lines or none: `out_of_stock` and `catalog/not-for-sale` name the variants (params.variantIds). */
  async reserve(
    tx: EntityManager,
    { orderId, expiresAt, lines }: { orderId: string; expiresAt: Date; lines: readonly StockLine[] },
  ): Promise<void> {
    await this.reserveStock.execute(tx, orderId, expiresAt, lines);
  }

  async extendReservation(tx: EntityManager, orderId: string, until: Date): Promise<void> {
    await this.settleReservation.extend(tx, orderId, until);
  }

  /** Held → consumed. An order whose hold has ended is refused (`invalid_transition`): it reserves again first. */
  async consume(tx: EntityManager, orderId: string): Promise<void> {
    await this.settleReservation.consume(tx, orderId);
  }

  async release(
    tx: EntityManager,
    orderId: string,
    outcome: 'released' | 'expired',
    variantIds?: readonly string[],
  ): Promise<void> {
    await this.settleReservation.release(tx, orderId, outcome, variantIds);
  }

  /** Orders whose hold has run out, oldest first: whoever no longer waits for them releases them. */
  async ordersHoldingPast(at: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ orderId: string }>(
      `select order_id as "orderId" from catalog.reservation
       where status = 'held' and expires_at < $1
       group by order_id order by min(expires_at) limit $2`,
      [at, limit],
    );
    return rows.map(({ orderId }) => orderId);
  }

  /** `cause` tells two returns of the same variant apart (`returned:<return id>`): the same one moves goods once. */
  async restock(
    tx: EntityManager,
    { orderId, lines, cause }: { orderId: string; lines: readonly StockLine[]; cause: string },
  ): Promise<void> {
    await this.goods.execute(tx, orderId, lines, cause);
  }

  /** Shows finished products at once: demo and bulk data. What is on show already stays as it is. */
  async importPublished(
    tx: EntityManager,
    products: readonly PublishedProduct[],
    /** Off for bulk loads whose readers are rebuilt afterwards. */
    { isAnnounced = true }: { isAnnounced?: boolean } = {},
  ): Promise<void> {
    const published = await publish(tx, products, 'system');
    if (isAnnounced && published.length) await this.outbox.publish(tx, ProductPublishedV1, published);
  }

  /** The same for great numbers of new products without photographs; whoever reads them is rebuilt afterwards. */
  loadPublished(tx: EntityManager, products: readonly PublishedProduct[]): Promise<void> {
    return loadPublished(tx, products, 'system');
  }
}
