import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import type { MessageToSend } from '../sending/transports.js';
import type { Message } from '../use-cases/write-messages.js';

/** Longer than any transport waits and any note is tried: whoever holds the claim sends or gives up within it. */
const claimSeconds = 120;

export interface Claimed extends MessageToSend {
  businessKey: string;
  template: string;
}

const isFree = `message.sent_at is null
  and (message.claimed_until is null or message.claimed_until < clock_timestamp())`;
const until = `clock_timestamp() + interval '${claimSeconds} seconds'`;
const claimed = `message.id, business_key as "businessKey", channel, recipient, locale, template, subject, text`;

/** Messages on their way. Who sends one claims it first, so that two workers never send it side by side. */
@Injectable()
export class MessageRows {
  constructor(private readonly database: Database) {}

  /** Those that nobody else holds or has sent. */
  claim(ids: readonly string[]): Promise<Claimed[]> {
    return this.database.query<Claimed>(
      `update notifications.message set claimed_until = ${until}
       where id = any (array(
         select id from notifications.message
         where id = any ((select $1::uuid[])::uuid[]) order by id for update)) and ${isFree}
       returning ${claimed}`,
      [ids],
    );
  }

  /** Writes and claims in one step. Written before, a message keeps its words and its id. */
  writeClaimed(messages: readonly Message[]): Promise<Claimed[]> {
    const once = new Map(messages.map((message) => [message.business_key, message]));
    return this.database.query<Claimed>(
      `insert into notifications.message
         (id, business_key, channel, recipient, locale, template, subject, text, claimed_until)
       select id, business_key, channel, recipient, locale, template, subject, text, ${until}
       from jsonb_to_recordset($1::jsonb) as row (
         id uuid, business_key text, channel text, recipient text, locale text, template text, subject text, text text)
       order by business_key
       on conflict (business_key) do update set claimed_until = excluded.claimed_until where ${isFree}
       returning ${claimed}`,
      [JSON.stringify([...once.values()])],
    );
  }

  /** Which of them another worker holds: not sent, and not free. */
  async held(messages: { ids: readonly string[] } | { businessKeys: readonly string[] }): Promise<Set<string>> {
    const [column, keys] = 'ids' in messages ? ['id', messages.ids] : ['business_key', messages.businessKeys];
    if (!keys.length) return new Set();
    const rows = await this.database.query<{ key: string }>(
      `select ${column} as key from notifications.message where ${column} = any ($1) and sent_at is null`,
      [keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  async giveBack(messages: readonly Claimed[]): Promise<void> {
    if (!messages.length) return;
    await this.database.query(
      'update notifications.message set claimed_until = null where id = any ($1::uuid[]) and sent_at is null',
      [messages.map(({ id }) => id)],
    );
  }

  /** `forgotten` are those whose words nobody needs any more. */
  async noteSent(messages: readonly Claimed[], forgotten: readonly Claimed[]): Promise<void> {
    if (!messages.length) return;
    await this.database.query(
      `update notifications.message
       set sent_at = clock_timestamp(), claimed_until = null,
         text = case when id = any ($2::uuid[]) then '' else text end
       where id = any ((select $1::uuid[])::uuid[])`,
      [messages.map(({ id }) => id), forgotten.map(({ id }) => id)],
    );
  }
}
