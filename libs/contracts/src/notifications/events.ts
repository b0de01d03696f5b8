import { z } from 'zod';
import { event } from '../shared/event.js';
import { Id } from '../shared/values.js';

/** A message is written and waits to be sent: mail and SMS never hold back whoever had something to say. */
export const MessageWaitingV1 = event('notifications.message-waiting.v1', 'post', z.strictObject({ messageId: Id }));
