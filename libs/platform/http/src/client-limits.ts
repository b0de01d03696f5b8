import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequests } from './errors.js';
import { networkOf } from './network.js';

/** Two hundred requests a second, over ten seconds: a whole village behind one address, and no program gone wild. */
export const mostFromOneNetwork = { points: 2000, duration: 10 };
/** What costs next to nothing, dozens to a page; and what watches over us. */
const uncounted = /^\/(assets|pictures|media|health|metrics)(\/|\?|$)/;

/**
 * One client that asks without end must not slow the others down (reliability F74). Counted in each process for itself:
 * it protects the process, nothing correct depends on it, and it must cost no statement.
 */
export class ClientLimits {
  private readonly limiter: RateLimiterMemory;

  constructor(limit: { points: number; duration: number } = mostFromOneNetwork) {
    this.limiter = new RateLimiterMemory(limit);
  }

  async count({ ip, url }: Pick<FastifyRequest, 'ip' | 'url'>): Promise<void> {
    if (uncounted.test(url)) return;
    try {
      await this.limiter.consume(networkOf(ip));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooManyRequests(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    }
  }
}
