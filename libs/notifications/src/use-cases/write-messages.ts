import { Injectable } from '@nestjs/common';
import { MessageWaitingV1 } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { Database, newId, type EntityManager } from '@tiwizi/persistence';
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

interface Row {
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
  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  async execute(tx: EntityManager, letters: readonly Letter[]): Promise<void> {
    const rows = letters.flatMap(rowsOf);
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

  /** Only puts them into words: for a sender that sends at once. Written before, a letter keeps its words and its id. */
  async draft(letters: readonly Letter[]): Promise<string[]> {
    const rows = letters.flatMap(rowsOf);
    const once = new Map(rows.map((row) => [row.business_key, row]));
    const written = await this.database.query<{ id: string; businessKey: string }>(
      `${insertMessages} on conflict (business_key) do update set business_key = excluded.business_key
       returning id, business_key as "businessKey"`,
      [JSON.stringify([...once.values()])],
    );
    const ids = new Map(written.map(({ id, businessKey }) => [businessKey, id]));
    return rows.flatMap(({ business_key }) => ids.get(business_key) ?? []);
  }
}

const insertMessages = `
  insert into notifications.message (id, business_key, channel, recipient, locale, template, subject, text)
  select id, business_key, channel, recipient, locale, template, subject, text
  from jsonb_to_recordset($1::jsonb) as row (
    id uuid, business_key text, channel text, recipient text, locale text, template text, subject text, text text)`;

function rowsOf({ key, template, to, slots, requestId }: Letter): Row[] {
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
