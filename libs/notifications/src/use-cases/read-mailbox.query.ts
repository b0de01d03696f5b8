import { Inject, Injectable } from '@nestjs/common';
import type { ReadMailbox, ResponseOf } from '@tiwizi/contracts';
import { DomainError } from '@tiwizi/errors';
import { Database } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { normalizePhone } from '@tiwizi/text';

type Mailbox = ResponseOf<typeof ReadMailbox>;
type Row = Omit<Mailbox['items'][number], 'sentAt'> & { sentAt: Date };

export class MailboxNotAvailable extends DomainError {
  readonly code = 'notifications/not-available';
  readonly kind = 'not-found';
}

const pageSize = 50;

const statement = {
  name: 'notifications/mailbox',
  text: `
    select id, channel, recipient as "to", locale, template, subject, text, sent_at as "sentAt"
    from notifications.message
    where sent_at is not null and ($1::text[] is null or recipient = any ($1))
    order by sent_at desc, id desc limit $2`,
};

/** What was "sent", for whoever tries the marketplace. It does not exist where real people get real messages. */
@Injectable()
export class ReadMailboxQuery {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  async execute(to: string | undefined, limit = pageSize): Promise<Mailbox> {
    if (this.settings.mode === 'production') throw new MailboxNotAvailable();
    const recipients = to ? [to, to.toLowerCase(), normalizePhone(to) ?? to] : null;
    const rows = await this.database.named<Row>(statement, [recipients, limit]);
    return { items: rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() })) };
  }
}
