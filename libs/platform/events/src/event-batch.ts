import { Injectable } from '@nestjs/common';
import type { JobResult, JobWithMetadata } from 'pg-boss';
import { Delivery, NoTimeLeft } from './delivery.js';
import type { AnyHandler, Told } from './handlers.js';
import type { EventJob } from './job-client.js';
import { ProcessLog } from './process-log.js';
import { withRequestId } from './request-trace.js';

type Job = JobWithMetadata<EventJob>;

/** Less than a job may take (see the queues): a batch answers for all its jobs before they are given to another worker. */
const mostMilliseconds = 40_000;

/** Jobs fetched together, brought to the handlers of their events. */
@Injectable()
export class EventBatch {
  private readonly unknown = new Set<string>();

  constructor(
    private readonly delivery: Delivery,
    private readonly log: ProcessLog,
  ) {}

  /** Every handler gets its turn, also when one before it fails; the job is tried again for those that did. */
  async bring(jobs: readonly Job[], handlers: ReadonlyMap<string, AnyHandler[]>): Promise<JobResult[]> {
    const failures = new Map<string, unknown[]>();
    const deadline = Date.now() + mostMilliseconds;
    for (const [event, ofOneEvent] of Map.groupBy(jobs, ({ data }) => data.event)) {
      if (!handlers.has(event)) this.noteUnknown(event);
      for (const handler of handlers.get(event) ?? []) {
        const failed = await this.delivery.deliver(handler, ofOneEvent.map(told), deadline);
        for (const job of ofOneEvent) {
          if (!failed.has(job.id)) continue;
          const error = failed.get(job.id);
          failures.set(job.id, [...(failures.get(job.id) ?? []), error]);
          this.note(job, handler, error);
        }
      }
    }
    return jobs.map(({ id }) => {
      const errors = failures.get(id);
      if (!errors) return { id, status: 'completed' };
      return { id, status: 'failed', output: errors.length === 1 ? errors[0] : new AggregateError(errors) };
    });
  }

  /** Told by a newer process, or nobody listens any more: the job is done, and somebody may wonder. */
  private noteUnknown(event: string): void {
    if (this.unknown.has(event)) return;
    this.unknown.add(event);
    this.log.info({ event }, 'an event has no handler here');
  }

  private note({ data: { event, requestId }, retryCount }: Job, { name }: AnyHandler, err: unknown): void {
    const level = retryCount >= 3 && !(err instanceof NoTimeLeft) ? 'error' : 'warn';
    withRequestId(requestId, () =>
      this.log[level]({ event, handler: name, tries: retryCount + 1, err }, 'a handler failed'),
    );
  }
}

const told = ({ id, data: { payload, requestId } }: Job): Told => ({ eventId: id, payload, requestId });
