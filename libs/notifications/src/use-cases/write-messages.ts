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
  /** The request it answers, when several are written together. */
  requestId?: string | undefined;
}

export interface Message {
  id: string;
  business_key: string;
  channel: Channel;
  recipient: string;
  locale: string;
  template: Template;
  subject: string | null;
  text: string;
  requestId: string | undefined;
}

/** Puts letters into words and into the post, in the caller's transaction. Sending is the worker's. */
@Injectable()
export class WriteMessages {
  constructor(private readonly outbox: Outbox) {}

  async execute(tx: EntityManager, letters: readonly Letter[]): Promise<void> {
    const rows = letters.flatMap(messagesOf);
    if (!rows.length) return;
    const written: { id: string }[] = await tx.query(
      `${insertMessages} on conflict (business_key) do nothing returning id`,
      [JSON.stringify(rows)],
    );
    const isNew = new Set(written.map(({ id }) => id));
    await this.outbox.publishAll(
      tx,
      rows
        .filter(({ id }) => isNew.has(id))
        .map(({ id, requestId }) => [MessageWaitingV1, { messageId: id }, requestId]),
    );
  }
}

/** $1 the rows as JSON. */
const insertMessages = `
  insert into notifications.message (id, business_key, channel, recipient, locale, template, subject, text)
  select id, business_key, channel, recipient, locale, template, subject, text
  from jsonb_to_recordset($1::jsonb) as row (
    id uuid, business_key text, channel text, recipient text, locale text, template text, subject text, text text)`;

/** A letter in the words of its reader: a message for each channel. */
export function messagesOf({ key, template, to, slots, requestId }: Letter): Message[] {
  return channelsFor(template, to).map(({ channel, to: recipient }) => {
    const filled = { name: to.name, ...(typeof slots === 'function' ? slots(channel) : slots) };
    const { locale, subject, text } = messageText(template, channel, filled, to.locale);
    return {
      id: newId(),
      business_key: `${key}/${channel}`,
      channel,
      recipient,
      locale,
      template,
      subject,
      text,
      requestId,
    };
  });
}
