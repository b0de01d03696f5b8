import { Injectable } from '@nestjs/common';
import { MessageWaitingV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { newId, type EntityManager } from '@tiwizi/persistence';
import { channelsFor, type Addressee } from '../domain/addressee.js';
import { messageText, type Channel, type Slots } from '../domain/message-text.js';
import type { Template } from '../domain/templates.js';

export interface Letter {
  /** What it is about and who reads it: `order-confirmed/<order>/buyer`. The same words are never sent twice. */
  key: string;
  template: Template;
  to: Addressee;
  /** `name` is the addressee's; words that depend on language and channel are found then. */
  slots: Slots | ((channel: Channel) => Slots);
}

interface Row {
  id: string;
  business_key: string;
  channel: Channel;
  recipient: string;
  locale: string;
  template: Template;
  subject: string | null;
  text: string;
}

/** Puts letters into words and into the post, in the caller's transaction. Sending is the worker's. */
@Injectable()
export class WriteMessages {
  constructor(private readonly outbox: Outbox) {}

  async execute(tx: EntityManager, letters: readonly Letter[]): Promise<void> {
    const rows = letters.flatMap(rowsOf);
    if (!rows.length) return;
    const written: { id: string }[] = await tx.query(
      `insert into notifications.message (id, business_key, channel, recipient, locale, template, subject, text)
       select id, business_key, channel, recipient, locale, template, subject, text
       from jsonb_to_recordset($1::jsonb) as row (
         id uuid, business_key text, channel text, recipient text, locale text, template text, subject text, text text)
       on conflict (business_key) do nothing
       returning id`,
      [JSON.stringify(rows)],
    );
    await this.outbox.publish(
      tx,
      MessageWaitingV1,
      written.map(({ id }) => ({ messageId: id })),
    );
  }
}

function rowsOf({ key, template, to, slots }: Letter): Row[] {
  return channelsFor(template, to).map(({ channel, to: recipient }) => {
    const filled = { name: to.name, ...(typeof slots === 'function' ? slots(channel) : slots) };
    const { locale, subject, text } = messageText(template, channel, filled, to.locale);
    return { id: newId(), business_key: `${key}/${channel}`, channel, recipient, locale, template, subject, text };
  });
}
