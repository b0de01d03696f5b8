import { Injectable } from '@nestjs/common';
import { ProcessLog } from '@tiwizi/events';
import { networkOf, RateLimits } from '@tiwizi/http';
import type { Identifier } from '../domain/identifier.js';

const quarterHour = 900;
const rule = (name: string, points: number) => ({ name: `identity/${name}`, points, seconds: quarterHour });

/**
 * Slows down those who guess, and those who flood a telephone with codes. Counted per address and network, so that
 * a stranger's tries seldom stand in the owner's way; per address over all networks, for guessers with many; and
 * per network over all addresses, for one password tried on everybody. No count outlives a quarter of an hour, and
 * the password's counts do not touch the code: the owner has that way in meanwhile. Known and unknown addresses
 * are counted alike.
 */
const limits = {
  password: { fromHere: rule('password-here', 10), fromAnywhere: rule('password', 50), network: rule('sign-in', 100) },
  code: { fromHere: rule('code-here', 10), fromAnywhere: rule('code', 50), network: rule('sign-in', 100) },
  sending: { fromHere: rule('send-here', 5), fromAnywhere: rule('send', 10), network: rule('sending', 100) },
};

@Injectable()
export class AttemptLimits {
  constructor(
    private readonly rateLimits: RateLimits,
    private readonly log: ProcessLog,
  ) {}

  async count(attempt: keyof typeof limits, { value }: Identifier, ip: string): Promise<void> {
    const network = networkOf(ip);
    const { fromHere, fromAnywhere, network: fromNetwork } = limits[attempt];
    try {
      await this.rateLimits.consume(fromNetwork, network);
      await this.rateLimits.consume(fromHere, `${value} ${network}`);
      await this.rateLimits.consume(fromAnywhere, value);
    } catch (error) {
      this.log.warn({ attempt, network }, 'too many attempts to sign in');
      throw error;
    }
  }
}
