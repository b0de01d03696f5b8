import type { EventDefinition, PayloadOf } from '@tiwizi/contracts';
import { Outbox } from '@tiwizi/events';
import { IdentityApi } from '@tiwizi/identity';
import { Database, newId } from '@tiwizi/persistence';
import type { TestApp } from '@tiwizi/testing';

let count = 0;

/** A buyer nobody else has: their messages are told from all others by the telephone. */
export function buyer(locale: 'fr' | 'ar' | 'zgh' | 'en' = 'fr') {
  count += 1;
  const phone = `+2126${String(10_000_000 + count)}`;
  return { name: 'Itto', phone, email: `itto-${phone.slice(1)}@example.org`, locale, token: 'tok en' };
}

export function order(contact = buyer()) {
  const number = `TZ-${newId().slice(-8).toUpperCase()}`;
  const total = { amount: 123_450, currency: 'MAD' as const };
  return { orderId: newId(), number, contact, paymentMethod: 'cash-on-delivery' as const, total };
}

export type Order = ReturnType<typeof order>;

export const tell = <E extends EventDefinition>(app: TestApp, event: E, payload: PayloadOf<E>) =>
  app.get(Database).transaction((tx) => app.get(Outbox).publish(tx, event, payload));

/** Two people of one cooperative: a president who reads Arabic on a telephone, a keeper who reads French mail. */
export async function cooperativePeople(app: TestApp) {
  count += 1;
  const cooperative = { id: newId(), slug: `tifawin-${count}`, name: 'Tifawin' };
  const president = { phone: `+2127${String(10_000_000 + count)}`, email: `president-${count}@example.org` };
  const keeper = { email: `keeper-${count}@example.org` };
  const common = { password: 'argane-et-safran-2026', roles: ['buyer' as const, 'seller' as const] };
  await app.get(Database).transaction((tx) =>
    app.get(IdentityApi).importAccounts(tx, [
      {
        ...common,
        ...president,
        id: newId(),
        name: 'Fadma',
        locale: 'ar',
        cooperatives: [{ ...cooperative, role: 'president' }],
      },
      {
        ...common,
        ...keeper,
        id: newId(),
        name: 'Brahim',
        locale: 'fr',
        cooperatives: [{ ...cooperative, role: 'catalogue' }],
      },
    ]),
  );
  return { cooperativeId: cooperative.id, president, keeper };
}

export interface Sent {
  channel: 'sms' | 'email';
  to: string;
  locale: string;
  template: string;
  subject: string | null;
  text: string;
}

/** What somebody has received, as the demonstration's mailbox shows it. */
export const mailboxOf = async (app: TestApp, to: string): Promise<Sent[]> =>
  (await app.http.get('/api/v1/demo/mailbox').query({ to }).expect(200)).body.items;
