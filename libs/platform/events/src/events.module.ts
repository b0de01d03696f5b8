import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Delivery } from './delivery.js';
import { EventBatch } from './event-batch.js';
import { EventRunner } from './event-runner.js';
import { JobClient } from './job-client.js';
import { Outbox } from './outbox.js';
import { ProcessLog } from './process-log.js';
import { SweepMemory } from './sweep-memory.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [ProcessLog, JobClient, Outbox, Delivery, EventBatch, EventRunner, SweepMemory],
  exports: [ProcessLog, Outbox, Delivery, EventRunner],
})
export class EventsModule {}
