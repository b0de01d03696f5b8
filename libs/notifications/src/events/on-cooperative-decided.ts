import { CooperativeDecidedV1, type PayloadOf } from '@tiwizi/contracts';
import { EventConsumer, type EventHandler } from '@tiwizi/events';
import { IdentityApi } from '@tiwizi/identity';
import { newId, type EntityManager } from '@tiwizi/persistence';
import { Links } from '../domain/links.js';
import type { Template } from '../domain/templates.js';
import { WriteMessages } from '../use-cases/write-messages.js';

type Decided = PayloadOf<typeof CooperativeDecidedV1>;

const templateOf: Record<Decided['decision'], Template> = {
  verify: 'cooperative-verified',
  refuse: 'cooperative-refused',
  suspend: 'cooperative-suspended',
};

@EventConsumer()
export class OnCooperativeDecided implements EventHandler<typeof CooperativeDecidedV1> {
  readonly name = 'notifications/on-cooperative-decided';
  readonly event = CooperativeDecidedV1;

  constructor(
    private readonly messages: WriteMessages,
    private readonly identity: IdentityApi,
    private readonly links: Links,
  ) {}

  /** A cooperative may be suspended and verified more than once: each decision is a message of its own. */
  async handle(tx: EntityManager, { cooperativeId, name, decision, reason }: Decided): Promise<void> {
    const template = templateOf[decision];
    const occasion = newId();
    const people = await this.identity.accountsOf(cooperativeId);
    await this.messages.execute(
      tx,
      people.map((person) => ({
        key: `${template}/${cooperativeId}/${occasion}/${person.accountId}`,
        template,
        to: person,
        slots: { cooperative: name, reason, url: this.links.workspace(person.locale) },
      })),
    );
  }
}
