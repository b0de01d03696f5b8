import { Injectable } from '@nestjs/common';
import type { ListShipments, Money, ResponseOf } from '@tiwizi/contracts';
import { formatDate, type Locale } from '@tiwizi/i18n';

import { amountColumn, Cursors, Database } from '@tiwizi/persistence';
import { statusesAfter, type ShipmentStatus } from '../domain/shipment-status.js';

type Answer = ResponseOf<typeof ListShipments>;

interface Row {
  id: string;
  trackingNumber: string;
  subOrderNumber: string;
  cooperativeName: string;
  city: string;
  status: ShipmentStatus;
  failedAttempts: number;
  cashToCollectAmount: string | null;
  currency: Money['currency'];
  handedOverAt: Date;
}

const pageSize = 50;

const columns = `
  id, tracking_number as "trackingNumber", sub_order_number as "subOrderNumber", cooperative_name as "cooperativeName",
  city, status, failed_attempts as "failedAttempts", cash_to_collect_amount as "cashToCollectAmount", currency,
  handed_over_at as "handedOverAt"`;
const after = `(handed_over_at, id) > ($1::timestamptz, $2::uuid)`;
/** Before the first parcel of all. */
const beginning = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

const underWay = {
  name: 'shipping/under-way',
  text: `
    select ${columns} from shipping.shipment
    where status in ('created', 'handed_over', 'in_transit', 'out_for_delivery', 'attempt_failed', 'returning')
      and ${after}
    order by handed_over_at, id limit $3`,
};
/**
 * By its tracking number, or all parcels of an order, wherever they are: `TZ-…-1` and `TZ-…-2` lie between `TZ-…`
 * and `TZ-….` when compared byte by byte.
 */
const byNumber = {
  name: 'shipping/by-number',
  text: `
    select ${columns} from shipping.shipment
    where (tracking_number = $4
        or (sub_order_number collate "C" >= $4 and sub_order_number collate "C" < $4 || '.'))
      and ${after}
    order by handed_over_at, id limit $3`,
};

@Injectable()
export class ListShipmentsQuery {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  async execute(
    query: { q?: string | undefined; cursor?: string | undefined; limit?: number | undefined },
    locale: Locale,
  ): Promise<Answer> {
    const limit = query.limit ?? pageSize;
    const [at, id] = query.cursor ? this.cursors.decode('shipping/shipments', query.cursor) : beginning;
    const number = query.q?.trim().toUpperCase();
    const rows = number
      ? await this.database.named<Row>(byNumber, [at, id, limit + 1, number])
      : await this.database.named<Row>(underWay, [at, id, limit + 1]);
    const items = rows.slice(0, limit).map((row) => toItem(row, locale));
    const last = items.at(-1);
    return {
      items,
      nextCursor:
        rows.length > limit && last ? this.cursors.encode('shipping/shipments', [last.handedOverAt, last.id]) : null,
    };
  }
}

function toItem(row: Row, locale: Locale): Answer['items'][number] {
  const { failedAttempts, cashToCollectAmount, currency, handedOverAt, ...shown } = row;
  return {
    ...shown,
    handedOverAt: handedOverAt.toISOString(),
    handedOverAtText: formatDate(handedOverAt, locale, { time: true }),
    cashToCollect: cashToCollectAmount === null ? null : { amount: amountColumn(cashToCollectAmount), currency },
    nextStatuses: [...statusesAfter(row.status, failedAttempts)],
  };
}
