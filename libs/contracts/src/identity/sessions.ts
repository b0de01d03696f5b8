import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { roles } from '../shared/access.js';
import { Id, LocaleCode, LocaleQuery, NoContent } from '../shared/values.js';

/** A phone number or an e-mail address, as typed; identity says what is wrong with a short one. */
export const Identifier = z.string().trim().min(1).max(254);
export const OneTimeCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/);
export const Password = z.string().min(10).max(200);

export const Account = z
  .strictObject({
    id: Id,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    locale: LocaleCode,
    roles: z.array(z.enum(roles)),
    cooperatives: z.array(
      z.strictObject({
        id: Id,
        slug: z.string(),
        name: z.string(),
        role: z.enum(['president', 'treasurer', 'catalogue']),
      }),
    ),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

export const RegisterAccount = endpoint({
  id: 'identity/register',
  method: 'POST',
  path: '/auth/register',
  access: 'public',
  status: 201,
  summary: 'Open an account with a phone number or an e-mail address; the address is proven by the code that is sent.',
  body: z.strictObject({
    name: z.string().trim().min(1).max(120),
    identifier: Identifier,
    password: Password.optional(),
    locale: LocaleCode.optional(),
  }),
  response: z.strictObject({ isCodeSent: z.literal(true) }),
});
export const RequestCode = endpoint({
  id: 'identity/request-code',
  method: 'POST',
  path: '/auth/code',
  access: 'public',
  status: 202,
  summary: 'Send a one-time code (6 digits, 10 minutes). Answers the same for known and unknown addresses.',
  body: z.strictObject({ identifier: Identifier, locale: LocaleCode.optional() }),
  response: z.strictObject({ isCodeSent: z.literal(true) }),
});
export const SignIn = endpoint({
  id: 'identity/sign-in',
  method: 'POST',
  path: '/auth/login',
  access: 'public',
  summary: 'Sign in with a one-time code or a password; sets the session cookie.',
  body: z.strictObject({
    identifier: Identifier,
    code: OneTimeCode.optional(),
    password: z.string().max(200).optional(),
  }),
  response: Account,
});
export const SignOut = endpoint({
  id: 'identity/sign-out',
  method: 'POST',
  path: '/auth/logout',
  access: 'public',
  summary: 'End this session.',
  response: NoContent,
});
export const WhoAmI = endpoint({
  id: 'identity/me',
  method: 'GET',
  path: '/auth/me',
  access: 'account:own',
  summary: 'The signed-in account.',
  response: Account,
});
export const ReadJournal = endpoint({
  id: 'identity/journal',
  method: 'GET',
  path: '/admin/journal',
  access: 'journal:read',
  summary: 'Audit journal, newest first, with the names of whom and what it is about.',
  query: z.strictObject({
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
    subject: z.string().max(120).optional(),
    ...LocaleQuery,
  }),
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        at: z.string(),
        action: z.string(),
        subject: z.string(),
        /** The product, cooperative or person it is about, in the reader's language. */
        subjectName: z.string().nullable(),
        /** An account's id, `guest` or `system`. */
        actor: z.string(),
        /** Of an account that is still known: its name, the most it may do, and the cooperative it sells for. */
        actorName: z.string().nullable(),
        actorRole: z.enum(roles).nullable(),
        actorCooperative: z.string().nullable(),
        cause: z.string().nullable(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
});
