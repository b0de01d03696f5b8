import { CodeRequestedV1 } from '@tiwizi/contracts';
import { EventConsumer, type EffectBatchHandler, type Told } from '@tiwizi/events';
import { SendMessage } from '../sending/send-message.js';
import type { Letter } from '../use-cases/write-messages.js';

@EventConsumer()
export class OnCodeRequested implements EffectBatchHandler<typeof CodeRequestedV1> {
  readonly name = 'notifications/on-code-requested';
  readonly event = CodeRequestedV1;

  constructor(private readonly sender: SendMessage) {}

  /** Somebody waits for it at the door, so it is sent at once. Each request is a message of its own. */
  performAll(told: readonly Told<typeof CodeRequestedV1>[]): Promise<PromiseSettledResult<void>[]> {
    return this.sender.sendLetters(told.map(letter));
  }
}

function letter({ eventId, payload }: Told<typeof CodeRequestedV1>): Letter {
  const { channel, to, locale, code, expiresInMinutes } = payload;
  return {
    key: `sign-in-code/${eventId}`,
    template: 'sign-in-code',
    to: { name: '', phone: channel === 'sms' ? to : null, email: channel === 'email' ? to : null, locale },
    slots: { code, minutes: expiresInMinutes },
  };
}
