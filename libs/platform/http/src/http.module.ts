import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { HealthController } from './health/health.controller.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimits } from './rate-limits.js';
import { ReadCache } from './read-cache.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, OpenApiController],
  providers: [
    IdempotencyKeys,
    RateLimits,
    ReadCache,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [IdempotencyKeys, RateLimits, ReadCache],
})
export class HttpModule {}
