import type { Locale } from '@tiwizi/i18n';
import { reachOf, type Template } from './templates.js';
import type { Channel } from './message-text.js';

export interface Addressee {
  name: string;
  phone: string | null;
  email: string | null;
  locale: Locale;
}

/** Where somebody is reached for this message; nowhere when they left no address. */
export function channelsFor(template: Template, { phone, email }: Addressee): { channel: Channel; to: string }[] {
  const sms = phone ? [{ channel: 'sms' as const, to: phone }] : [];
  const mail = email ? [{ channel: 'email' as const, to: email }] : [];
  const reach = reachOf[template];
  if (reach === 'everywhere') return [...sms, ...mail];
  return (reach === 'short' ? [...sms, ...mail] : [...mail, ...sms]).slice(0, 1);
}
