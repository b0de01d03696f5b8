import { ListingSubmittedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EffectHandler } from '@tiwizi/events';
import { OpenCase } from '../use-cases/open-case.js';

/** Reads the catalogue first and then opens its own transaction; the change set's id makes it one case. */
@EventConsumer()
export class OnListingSubmitted implements EffectHandler<typeof ListingSubmittedV1> {
  readonly name = 'moderation/on-listing-submitted';
  readonly event = ListingSubmittedV1;

  constructor(private readonly openCase: OpenCase) {}

  async perform({ changeSetId }: PayloadOf<typeof ListingSubmittedV1>): Promise<void> {
    await this.openCase.execute(changeSetId);
  }
}
