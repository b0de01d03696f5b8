import { z } from 'zod';
import { listingFields, ModerationReason } from '../catalog/workspace-products.js';
import { event } from '../shared/event.js';
import { Id, LocaleCode } from '../shared/values.js';

export const CaseDecidedV1 = event(
  'moderation.case-decided.v1',
  'quick',
  z.strictObject({
    caseId: Id,
    changeSetId: Id,
    productId: Id,
    cooperativeId: Id,
    version: z.int(),
    kind: z.enum(['approve', 'request-change', 'reject']),
    reasons: z.array(ModerationReason),
    field: z.enum(listingFields).nullable(),
    message: z.string().nullable(),
    title: z.string(),
    sellerLocale: LocaleCode,
    decidedBy: Id,
    /** Whether an accepted version is on show, and stays so when this one is not accepted. */
    isLive: z.boolean().default(false),
  }),
);
