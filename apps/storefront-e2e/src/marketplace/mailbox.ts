import { ReadMailbox, type ResponseOf } from '@tiwizi/contracts';
import { expect } from '@playwright/test';
import { Visitor } from './visitor.js';

export type Message = ResponseOf<typeof ReadMailbox>['items'][number];

/** What the marketplace would have sent to this address, newest first. */
export async function messagesTo(recipient: string): Promise<Message[]> {
  const { items } = await new Visitor().api.call(ReadMailbox, { query: { to: recipient } });
  return items;
}

/** The first message to this address that says what is looked for; messages leave a moment after their cause. */
export async function messageTo(recipient: string, isIt: (message: Message) => boolean): Promise<Message> {
  let found: Message | undefined;
  await expect
    .poll(
      async () => {
        found = (await messagesTo(recipient)).find(isIt);
        return found !== undefined;
      },
      { message: `a message to ${recipient}`, intervals: [100, 200, 400] },
    )
    .toBe(true);
  return found!;
}

/** The one-time code of the newest message that came after those already known. */
export async function codeSentTo(recipient: string, known: readonly string[] = []): Promise<string> {
  const message = await messageTo(recipient, ({ id, text }) => !known.includes(id) && /(?<!\d)\d{6}(?!\d)/.test(text));
  return /(?<!\d)\d{6}(?!\d)/.exec(message.text)![0];
}
