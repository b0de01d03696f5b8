import { Inject } from '@nestjs/common';
import { MessageWaitingV1 } from '@tiwizi/contracts';
import { EventConsumer, type EffectBatchHandler, type Told } from '@tiwizi/events';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSecret } from '../domain/templates.js';
import { MessageRows, type Claimed } from '../persistence/message-rows.js';
import { messagesOf, type Letter } from '../use-cases/write-messages.js';
import { StillUnderway, Transports } from './transports.js';

type Outcomes = Promise<PromiseSettledResult<void>[]>;

/** Sends what waits: side by side, each message once. */
@EventConsumer()
export class SendMessage implements EffectBatchHandler<typeof MessageWaitingV1> {
  readonly name = 'notifications/send-message';
  readonly event = MessageWaitingV1;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly rows: MessageRows,
    private readonly transports: Transports,
  ) {}

  performAll(told: readonly Told<typeof MessageWaitingV1>[]): Outcomes {
    return this.sendAll(told.map(({ payload }) => payload.messageId));
  }

  /** The answers are in the order of the ids. */
  async sendAll(ids: readonly string[]): Outcomes {
    const claimed = await this.rows.claim(ids);
    const sendings = await this.sendClaimed(claimed, ({ id }) => id);
    const held = await this.rows.held({ ids: ids.filter((id) => !sendings.has(id)) });
    return Promise.allSettled(ids.map((id) => outcome(id, sendings, held)));
  }

  /** Written and sent in one go; asked again, none is sent twice. The answers are in the order of the letters. */
  async sendLetters(letters: readonly Letter[]): Outcomes {
    const written = letters.map(messagesOf);
    const claimed = await this.rows.writeClaimed(written.flat());
    const sendings = await this.sendClaimed(claimed, ({ businessKey }) => businessKey);
    const keys = written.map((messages) => messages.map(({ business_key }) => business_key));
    const held = await this.rows.held({ businessKeys: keys.flat().filter((key) => !sendings.has(key)) });
    return Promise.allSettled(
      keys.map(async (ofLetter) => {
        await Promise.all(ofLetter.map((key) => outcome(key, sendings, held)));
      }),
    );
  }

  /** What left the house is noted at once, each by itself: a note that is lost means a message sent twice. */
  private async sendClaimed(
    claimed: readonly Claimed[],
    keyOf: (message: Claimed) => string,
  ): Promise<Map<string, Promise<void>>> {
    const leaves = ({ channel }: Claimed) => this.transports.reaches(channel);
    const staying = this.note(claimed.filter((message) => !leaves(message)));
    const sendings = claimed.map((message) => (leaves(message) ? this.send(message) : staying));
    await Promise.allSettled(sendings);
    return new Map(claimed.map((message, index) => [keyOf(message), sendings[index] ?? staying]));
  }

  private async send(message: Claimed): Promise<void> {
    try {
      await this.transports.send(message);
    } catch (error) {
      if (!(error instanceof StillUnderway)) await this.rows.giveBack([message]);
      throw error;
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.note([message]);
      } catch (error) {
        if (attempt >= 5) throw error;
        await sleep(500 * 2 ** attempt);
      }
    }
  }

  private note(messages: readonly Claimed[]): Promise<void> {
    return this.rows.noteSent(
      messages,
      messages.filter((message) => this.isForgotten(message)),
    );
  }

  /** A code that reached a real person is erased: the rest of us have no use for it. */
  private isForgotten({ template }: Claimed): boolean {
    return this.settings.mode === 'production' && isSecret(template);
  }
}

async function outcome(
  key: string,
  sendings: ReadonlyMap<string, Promise<void>>,
  held: ReadonlySet<string>,
): Promise<void> {
  if (held.has(key)) throw new Error(`message ${key} is being sent by another worker`);
  await sendings.get(key);
}
