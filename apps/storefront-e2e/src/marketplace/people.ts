import { randomInt } from 'node:crypto';
import { RegisterAccount, SignIn } from '@tiwizi/contracts';
import type { Locale } from '@tiwizi/i18n';
import { codeSentTo } from './mailbox.js';
import { Visitor } from './visitor.js';

export interface Person {
  readonly name: string;
  /** As written by hand, and as the marketplace writes to it. */
  readonly phone: { readonly typed: string; readonly full: string };
  readonly visitor: Visitor;
}

/** A number nobody else in this run has. */
export function newPhone(): Person['phone'] {
  const digits = `66${String(randomInt(10_000_000)).padStart(7, '0')}`;
  const typed = `0${digits}`.replace(/(\d\d)(?=\d)/g, '$1 ');
  return { typed, full: `+212${digits}` };
}

/** Somebody new, signed in by the code that was sent. */
export async function register(name: string, locale: Locale): Promise<Person> {
  const phone = newPhone();
  const visitor = new Visitor();
  await visitor.api.call(RegisterAccount, { body: { name, identifier: phone.full, locale } });
  const code = await codeSentTo(phone.full);
  await visitor.api.call(SignIn, { body: { identifier: phone.full, code } });
  return { name, phone, visitor };
}
