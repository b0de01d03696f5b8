import { CaseDecidedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import { IdentityApi } from '@tiwizi/identity';
import type { EntityManager } from '@tiwizi/persistence';
import { Links } from '../domain/links.js';
import { wordFor } from '../domain/message-text.js';
import type { Template } from '../domain/templates.js';
import { WriteMessages } from '../use-cases/write-messages.js';

type Decided = PayloadOf<typeof CaseDecidedV1>;

/** A change that is not accepted takes nothing away: the version buyers see stays on sale. */
const templateOf = ({ kind, isLive }: Decided): Template => {
  if (kind === 'approve') return 'listing-approved';
  if (kind === 'reject') return isLive ? 'change-refused' : 'listing-refused';
  return isLive ? 'change-to-correct' : 'listing-to-correct';
};

@EventConsumer()
export class OnCaseDecided implements EventHandler<typeof CaseDecidedV1> {
  readonly name = 'notifications/on-case-decided';
  readonly event = CaseDecidedV1;

  constructor(
    private readonly messages: WriteMessages,
    private readonly identity: IdentityApi,
    private readonly links: Links,
  ) {}

  /** The decision as the moderator gave it: reasons, the field concerned and the message, in the seller's language. */
  async handle(tx: EntityManager, decided: Decided): Promise<void> {
    const { caseId, cooperativeId, productId, reasons, field, message, title, sellerLocale: locale } = decided;
    const template = templateOf(decided);
    const people = await this.identity.accountsOf(cooperativeId);
    await this.messages.execute(
      tx,
      people.map((person) => ({
        key: `${template}/${caseId}/${person.accountId}`,
        template,
        to: { ...person, locale },
        slots: (channel) => ({
          title,
          reasons: reasons.map((reason) => wordFor(`reason.${reason}`, template, channel, locale)).join(', '),
          field: field && wordFor(`field.${field}`, template, channel, locale),
          message,
          url: this.links.listing(locale, productId),
        }),
      })),
    );
  }
}
