import { z } from 'zod';
import { event } from '../shared/event.js';
import { Id, LocaleCode } from '../shared/values.js';

export const CodeRequestedV1 = event(
  'identity.code-requested.v1',
  'post',
  z.strictObject({
    accountId: Id.nullable(),
    channel: z.enum(['sms', 'email']),
    to: z.string(),
    code: z.string(),
    locale: LocaleCode,
    expiresInMinutes: z.int(),
  }),
);
