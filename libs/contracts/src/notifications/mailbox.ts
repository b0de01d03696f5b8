import { z } from 'zod';
import { endpoint } from '../shared/endpoint.js';
import { Id, Instant, LocaleCode } from '../shared/values.js';

/** Demo mode only: what would have been sent. Answers 404 in any other mode. */
export const ReadMailbox = endpoint({
  id: 'notifications/mailbox',
  method: 'GET',
  path: '/demo/mailbox',
  access: 'public',
  summary: 'Messages "sent" in demo mode, newest first, by recipient if given.',
  query: z.strictObject({
    to: z.string().max(254).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        id: Id,
        channel: z.enum(['sms', 'email']),
        to: z.string(),
        locale: LocaleCode,
        template: z.string(),
        subject: z.string().nullable(),
        text: z.string(),
        sentAt: Instant,
      }),
    ),
  }),
});
