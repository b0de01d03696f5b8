import type { RegistryRow } from '@tiwizi/cooperatives';
import type { ImportedAccount } from '@tiwizi/identity';
import { pickText } from '@tiwizi/i18n';
import { demoId } from './demo-id.js';
import { cooperativeId } from './registry-rows.js';

interface DemoPerson {
  email: string;
  phone: string;
  name: string;
  locale: ImportedAccount['locale'];
  roles: ImportedAccount['roles'];
  seat?: { cooperative: string; role: 'president' | 'treasurer' | 'catalogue' };
  /** What they are good for, in the table of accounts. */
  does: string;
}

export const demoPassword = 'tiwizi-demo-2026';

export const arganCooperative = 'coop-043';
export const weaversCooperative = 'coop-225';

export const demoPeople = {
  buyer: {
    email: 'buyer@tiwizi.demo',
    phone: '+212600001001',
    name: 'Salma Bennani',
    locale: 'fr',
    roles: ['buyer'],
    does: 'buys',
  },
  president: {
    email: 'president@tiwizi.demo',
    phone: '+212600001002',
    name: 'Fadma Aït Lahcen',
    locale: 'fr',
    roles: ['buyer', 'seller'],
    seat: { cooperative: arganCooperative, role: 'president' },
    does: 'presides over a cooperative of argan oil',
  },
  secondPresident: {
    email: 'president2@tiwizi.demo',
    phone: '+212600001003',
    name: 'خديجة العمراني',
    locale: 'ar',
    roles: ['buyer', 'seller'],
    seat: { cooperative: weaversCooperative, role: 'president' },
    does: 'presides over a cooperative of weavers, in Arabic',
  },
  keeper: {
    email: 'keeper@tiwizi.demo',
    phone: '+212600001004',
    name: 'Brahim Oubella',
    locale: 'fr',
    roles: ['buyer', 'seller'],
    seat: { cooperative: arganCooperative, role: 'catalogue' },
    does: 'keeps the catalogue of the first cooperative',
  },
  applicant: {
    email: 'applicant@tiwizi.demo',
    phone: '+212600001005',
    name: 'Rqia Oubella',
    locale: 'fr',
    roles: ['buyer', 'seller'],
    seat: { cooperative: 'waiting-1', role: 'president' },
    does: 'waits for her cooperative to be verified',
  },
  moderator: {
    email: 'moderator@tiwizi.demo',
    phone: '+212600001006',
    name: 'Nadia Moderation',
    locale: 'fr',
    roles: ['buyer', 'moderator'],
    does: 'decides what is published',
  },
  finance: {
    email: 'finance@tiwizi.demo',
    phone: '+212600001007',
    name: 'Youssef Finance',
    locale: 'fr',
    roles: ['buyer', 'finance'],
    does: 'matches transfers, follows parcels',
  },
  admin: {
    email: 'admin@tiwizi.demo',
    phone: '+212600001008',
    name: 'Amina Admin',
    locale: 'fr',
    roles: ['buyer', 'admin'],
    does: 'verifies cooperatives, reads the journal',
  },
} as const satisfies Record<string, DemoPerson>;

export type DemoName = keyof typeof demoPeople;

export const accountId = (name: DemoName): string => demoId('account', demoPeople[name].email);

/** The people of the demonstration with their seats in these cooperatives. */
export function demoAccounts(rows: readonly RegistryRow[]): ImportedAccount[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return Object.entries<DemoPerson>(demoPeople).map(([name, { email, phone, locale, roles, seat, ...person }]) => {
    const row = seat && byId.get(cooperativeId(seat.cooperative));
    return {
      id: accountId(name as DemoName),
      name: person.name,
      email,
      phone,
      password: demoPassword,
      locale,
      roles: [...roles],
      cooperatives:
        seat && row ? [{ id: row.id, slug: row.slug, name: pickText(row.name, locale).text, role: seat.role }] : [],
    };
  });
}

export function printDemoAccounts(say: (line: string) => void): void {
  const rows = Object.values<DemoPerson>(demoPeople).map(({ email, phone, does }) => [email, nationally(phone), does]);
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? '').length));
  say(`\nSign in with an e-mail address or a telephone number; the password of all is ${demoPassword}`);
  for (const [email = '', phone = '', does = ''] of rows) {
    say(`  ${email.padEnd(width(0))}  ${phone.padEnd(width(1))}  ${does}`);
  }
}

/** As people here write it: 06 00 00 10 01. */
const nationally = (phone: string): string => `0${phone.slice(4)}`.replace(/(\d\d)(?=\d)/g, '$1 ');
