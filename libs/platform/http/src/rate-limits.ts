import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequests } from './errors.js';

export interface RateRule {
  name: string;
  /** So many times … */
  points: number;
  /** … in so many seconds. */
  seconds: number;
}

/** Counters shared by all processes; while the database is away, each process counts for itself. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  async consume(rule: RateRule, key: string): Promise<void> {
    if (!this.settings.hasRateLimits) return;
    try {
      await this.limiter(rule).consume(key.slice(0, 200));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooManyRequests(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    }
  }

  private limiter({ name, points, seconds }: RateRule): RateLimiterPostgres {
    const known = this.limiters.get(name);
    if (known) return known;
    const limits = { keyPrefix: name, points, duration: seconds };
    const limiter = new RateLimiterPostgres({
      ...limits,
      storeClient: this.database.pool,
      schemaName: 'platform',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      inMemoryBlockOnConsumed: points,
      insuranceLimiter: new RateLimiterMemory(limits),
    });
    this.limiters.set(name, limiter);
    return limiter;
  }
}
