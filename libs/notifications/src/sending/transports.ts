import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { formattingLocale, type Locale } from '@tiwizi/i18n';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport, type Transporter } from 'nodemailer';
import { mailPage } from '../domain/mail-page.js';
import type { Channel } from '../domain/message-text.js';

export interface MessageToSend {
  id: string;
  channel: Channel;
  recipient: string;
  locale: Locale;
  subject: string | null;
  text: string;
}

const patienceMs = 10_000;
/** For the whole conversation with a mail server; the claim on the message is three times as long. */
const mailDeadlineMs = 40_000;

/** The world outside: a mail server and an SMS gateway, each only where the settings name one. */
@Injectable()
export class Transports implements OnApplicationShutdown {
  private readonly mail: Transporter | null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
    this.mail = settings.mailUrl ? createTransport({ url: settings.mailUrl, ...patience }) : null;
  }

  /** False where nothing leaves the house: the message is then read in the demonstration's mailbox. */
  reaches(channel: Channel): boolean {
    return channel === 'email' ? this.mail !== null : this.settings.smsUrl !== null;
  }

  /** Says the message's id to the other side, which may so recognise a second attempt. */
  async send(message: MessageToSend): Promise<void> {
    if (message.channel === 'email') await this.sendMail(message);
    else await this.sendSms(message);
  }

  onApplicationShutdown(): void {
    this.mail?.close();
  }

  private async sendMail({ id, recipient, locale, subject, text }: MessageToSend): Promise<void> {
    const { hostname } = new URL(this.settings.publicUrl);
    const sending = this.mail?.sendMail({
      from: { name: 'Tiwizi', address: `no-reply@${hostname}` },
      to: { name: '', address: recipient },
      messageId: `<${id}@${hostname}>`,
      subject: subject ?? '',
      text,
      html: mailPage(text, locale, this.settings.publicUrl),
      headers: { 'Content-Language': formattingLocale[locale], 'Auto-Submitted': 'auto-generated' },
    });
    await Promise.race([sending, tooLong()]);
  }

  private async sendSms({ id, recipient, text }: MessageToSend): Promise<void> {
    if (!this.settings.smsUrl) return;
    const { url, authorization } = withoutCredentials(this.settings.smsUrl);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id, ...(authorization && { authorization }) },
      body: JSON.stringify({ id, to: recipient, text }),
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'error',
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
  }
}

/** We no longer wait, but the mail may still arrive: nobody sends it again before the claim has run out. */
export class StillUnderway extends Error {
  override readonly name = 'StillUnderway';
}

async function tooLong(): Promise<never> {
  await sleep(mailDeadlineMs, undefined, { ref: false });
  throw new StillUnderway('the mail server is too slow');
}

/** `https://user:key@gateway/…`: credentials belong into a header, not into an address. */
function withoutCredentials(address: string): { url: string; authorization: string | null } {
  const url = new URL(address);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { url: url.href, authorization: username ? `Basic ${Buffer.from(pair).toString('base64')}` : null };
}
