import { createParamDecorator, Req, Res, type ExecutionContext } from '@nestjs/common';
import type { Endpoint } from '@tiwizi/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Caller } from './caller.js';
import { parse } from './parse-input.js';
import { ENDPOINT } from './route-metadata.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard on every route of the API. */
    caller: Caller;
    rawBody?: Buffer;
  }
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a controller method receives: the parts of a request that the endpoint names, parsed. */
export type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? { params: Output<P>; query: Output<Q>; body: Output<B> }
    : never;

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest();

export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const endpoint: Endpoint = Reflect.getMetadata(ENDPOINT, context.getHandler());
  const request = requestOf(context);
  return {
    params: parse(endpoint.params, request.params, 'params'),
    query: parse(endpoint.query, request.query, 'query'),
    body: endpoint.isMultipart ? undefined : parse(endpoint.body, request.body, 'body'),
  };
});

export const CallerParam = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context).caller);
/** The answer's headers and cookies; the body is still what the method returns. */
export const Reply = (): ParameterDecorator => Res({ passthrough: true });
/** The request itself: raw bytes and uploads only. */
export const Request = (): ParameterDecorator => Req();
