import { Controller, Get, Inject, Optional, Req, Res } from '@nestjs/common';
import { jobSchema, Database } from '@tiwizi/persistence';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { register } from 'prom-client';
import { NotFound } from '../errors.js';
import { PublicAsset } from '../route.js';

export const READINESS = Symbol('READINESS');
/** What a process reports beyond its database; a process may serve while `isNeeded` is false and the check fails. */
export interface ReadinessCheck {
  name: string;
  isNeeded: boolean;
  check(): Promise<void>;
}

@Controller()
export class HealthController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    @Optional() @Inject(READINESS) private readonly checks: ReadinessCheck[] = [],
  ) {}

  @Get('health/live')
  @PublicAsset()
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @PublicAsset()
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const all: ReadinessCheck[] = [
      { name: 'database', isNeeded: true, check: async () => void (await this.database.query('select 1')) },
      {
        name: 'queue',
        isNeeded: true,
        check: async () => void (await this.database.query(`select 1 from ${jobSchema}.queue limit 1`)),
      },
      { name: 'search', isNeeded: false, check: () => this.searchAnswers() },
      ...this.checks,
    ];
    const results = await Promise.all(
      all.map(async ({ name, isNeeded, check }) => {
        const isUp = await within(2000, check()).then(
          () => true,
          () => false,
        );
        return { name, isNeeded, isUp };
      }),
    );
    const isReady = results.every(({ isNeeded, isUp }) => isUp || !isNeeded);
    void reply.status(isReady ? 200 : 503).header('Cache-Control', 'no-store');
    return {
      status: isReady ? 'ok' : 'unavailable',
      checks: Object.fromEntries(results.map(({ name, isUp }) => [name, isUp ? 'up' : 'down'])),
      timeZoneData: process.versions.tz,
    };
  }

  @Get('metrics')
  @PublicAsset()
  async metrics(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    if (!this.mayReadMetrics(request)) throw new NotFound();
    void reply.header('Content-Type', register.contentType).header('Cache-Control', 'no-store');
    return register.metrics();
  }

  /** On the port that is for them whoever reaches it reads them; on the port of the shop only who knows the token. */
  private mayReadMetrics({ socket, headers: { authorization = '' } }: FastifyRequest): boolean {
    const { metricsPort, metricsToken } = this.settings;
    if (metricsPort !== null && socket.localPort === metricsPort) return true;
    if (metricsToken === null) return false;
    const [shown, wanted] = [authorization, `Bearer ${metricsToken}`].map((text) =>
      createHash('sha256').update(text).digest(),
    );
    return Boolean(shown && wanted && timingSafeEqual(shown, wanted));
  }

  private async searchAnswers(): Promise<void> {
    const { ok } = await fetch(`${this.settings.meiliUrl}/health`);
    if (!ok) throw new Error('the search engine is not well');
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
