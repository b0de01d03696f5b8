import { Inject, Injectable, type CanActivate, type ExecutionContext, type OnModuleInit } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import { mayUse, type Endpoint } from '@tiwizi/contracts';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import type { FastifyRequest } from 'fastify';
import { Forbidden, NotFound, Unauthenticated } from './errors.js';
import { localeOf } from './locale-of.js';
import { ENDPOINT, PUBLIC_ASSET } from './route-metadata.js';
import { sessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

@Injectable()
export class AccessGuard implements CanActivate, OnModuleInit {
  private readonly cookieName: string;
  private sessions: Sessions | undefined;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {
    this.cookieName = sessionCookie(settings).name;
  }

  onModuleInit(): void {
    this.sessions = this.modules.get(Sessions, { strict: false });
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.get(PUBLIC_ASSET, handler)) return true;
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT, handler);
    if (!endpoint) throw new NotFound();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = request.cookies[this.cookieName];
    // The hot public reads are the same for everyone: they cost no look at the session.
    const account = token && !endpoint.isRawJson ? ((await this.sessions?.read(token)) ?? null) : null;
    request.caller = {
      account,
      locale: localeOf(request),
      requestId: request.id,
      ip: request.ip,
    };
    if (mayUse(endpoint.access, account?.roles ?? [])) return true;
    throw account ? new Forbidden() : new Unauthenticated();
  }
}
