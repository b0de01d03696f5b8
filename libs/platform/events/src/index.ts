/**
 * @tiwizi/events: facts told from one context to the others, and work that waits for its hour.
 *
 * Owns the outbox (a job row written in the transaction of the change: it commits or vanishes with it), the handlers
 * with their inbox (a second delivery does nothing), schedules (one process runs each occurrence), the request id
 * that leads from a browser to a job's log line, and the process's log.
 *
 * Rules: delivery is at least once and in any order. A transactional handler never calls another system; an effect
 * handler holds no transaction and repeats without harm. A message that keeps failing is parked after 20 tries,
 * counted, and the ones behind it go on.
 */
export {
  EventConsumer,
  Scheduled,
  type EffectBatchHandler,
  type EffectHandler,
  type EventBatchHandler,
  type EventHandler,
  type ScheduledTask,
  type Told,
} from './handlers.js';
export { EventsModule } from './events.module.js';
export { EventRunner } from './event-runner.js';
export { Outbox } from './outbox.js';
export { ProcessLog, nestLogger } from './process-log.js';
export { currentRequestId, withRequestId } from './request-trace.js';
