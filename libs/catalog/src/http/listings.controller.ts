import { Controller } from '@nestjs/common';
import * as contracts from '@tiwizi/contracts';
import type { Listing, ResponseOf } from '@tiwizi/contracts';
import { CallerParam, Input, requireMember, Route, type Caller, type InputOf } from '@tiwizi/http';
import { CreateListing } from '../use-cases/create-listing.js';
import { EditListing } from '../use-cases/edit-listing.js';
import { ListListings } from '../use-cases/list-listings.query.js';
import { SetStock } from '../use-cases/set-stock.js';
import { ShowListing } from '../use-cases/show-listing.query.js';
import { SubmitListing } from '../use-cases/submit-listing.js';
import { WithdrawListing } from '../use-cases/withdraw-listing.js';

const defaultPageSize = 24;

/** Every route begins by asking whether the caller belongs to the cooperative in its path. */
@Controller()
export class ListingsController {
  constructor(
    private readonly listListings: ListListings,
    private readonly showListing: ShowListing,
    private readonly createListing: CreateListing,
    private readonly editListing: EditListing,
    private readonly submitListing: SubmitListing,
    private readonly withdrawListing: WithdrawListing,
    private readonly setStock: SetStock,
  ) {}

  @Route(contracts.ListListings)
  list(
    @CallerParam() caller: Caller,
    @Input() { params, query }: InputOf<typeof contracts.ListListings>,
  ): Promise<ResponseOf<typeof contracts.ListListings>> {
    requireMember(caller, params.coopId);
    const { limit = defaultPageSize, cursor, status } = query;
    return this.listListings.execute(params.coopId, caller.locale, { limit, cursor, status });
  }

  @Route(contracts.ShowListing)
  show(
    @CallerParam() caller: Caller,
    @Input() { params: { coopId, id } }: InputOf<typeof contracts.ShowListing>,
  ): Promise<Listing> {
    requireMember(caller, coopId);
    return this.showListing.execute(coopId, id, caller.locale);
  }

  @Route(contracts.CreateListing)
  async create(
    @CallerParam() caller: Caller,
    @Input() { params: { coopId }, body }: InputOf<typeof contracts.CreateListing>,
  ): Promise<Listing> {
    const { accountId } = requireMember(caller, coopId);
    const id = await this.createListing.execute(accountId, coopId, body);
    return this.showListing.execute(coopId, id, caller.locale);
  }

  @Route(contracts.EditListing)
  async edit(
    @CallerParam() caller: Caller,
    @Input() { params: { coopId, id }, body }: InputOf<typeof contracts.EditListing>,
  ): Promise<Listing> {
    requireMember(caller, coopId);
    await this.editListing.execute(coopId, id, body);
    return this.showListing.execute(coopId, id, caller.locale);
  }

  @Route(contracts.SubmitListing)
  async submit(
    @CallerParam() caller: Caller,
    @Input() { params: { coopId, id } }: InputOf<typeof contracts.SubmitListing>,
  ): Promise<Listing> {
    await this.submitListing.execute(requireMember(caller, coopId), coopId, id);
    return this.showListing.execute(coopId, id, caller.locale);
  }

  @Route(contracts.DeleteListing)
  async withdraw(
    @CallerParam() caller: Caller,
    @Input() { params: { coopId, id } }: InputOf<typeof contracts.DeleteListing>,
  ): Promise<Record<string, never>> {
    await this.withdrawListing.execute(requireMember(caller, coopId).accountId, coopId, id);
    return {};
  }

  @Route(contracts.SetStock)
  async countStock(
    @CallerParam() caller: Caller,
    @Input() { params: { coopId, id }, body }: InputOf<typeof contracts.SetStock>,
  ): Promise<Listing> {
    const { accountId } = requireMember(caller, coopId);
    await this.setStock.execute(accountId, coopId, id, body);
    return this.showListing.execute(coopId, id, caller.locale);
  }
}
