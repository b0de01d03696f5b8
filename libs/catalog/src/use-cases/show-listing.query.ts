import { Injectable } from '@nestjs/common';
import type { Listing as ListingView } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { LedgerApi } from '@tiwizi/ledger';
import { MediaApi } from '@tiwizi/media';
import { Database } from '@tiwizi/persistence';
import { ListingNotFound } from '../domain/listing-errors.js';
import { listingColumns, rowOf, type StoredListing } from '../persistence/listing-row.js';

@Injectable()
export class ShowListing {
  constructor(
    private readonly database: Database,
    private readonly media: MediaApi,
    private readonly ledger: LedgerApi,
  ) {}

  async execute(cooperativeId: string, id: string, locale: Locale): Promise<ListingView> {
    const [stored] = await this.database.query<StoredListing>(
      `select ${listingColumns} from catalog.listing l
       left join catalog.product p on p.id = l.id
       where l.id = $1 and l.cooperative_id = $2 and l.removed_at is null`,
      [id, cooperativeId],
    );
    if (!stored) throw new ListingNotFound();
    const { draft, onHand } = stored;
    const [images, rates] = await Promise.all([
      this.media.states(cooperativeId, draft.imageIds ?? []),
      this.ledger.terms(new Date()),
    ]);
    return {
      ...rowOf(stored, locale),
      revision: stored.revision,
      // Buyers changed the stock since it was written: what is really there is shown.
      draft: {
        ...draft,
        ...(draft.variants && {
          variants: draft.variants.map((variant) => ({
            ...variant,
            stock: onHand?.[variant.id ?? ''] ?? variant.stock,
          })),
        }),
      },
      images,
      decision: stored.decision,
      rates: { commissionBps: rates.commissionBps, vatOnCommissionBps: rates.vatOnCommissionBps },
    };
  }
}
