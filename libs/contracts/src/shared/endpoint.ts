import type { z } from 'zod';
import type { Permission } from './access.js';

/**
 * One route of the API, said once: the controller, the access guard, the OpenAPI document and the
 * storefront's typed client all read it. `path` stands below `/api/v1` and names its parameters `:id`.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly access: Permission;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  /** Default: 200 for reads and changes, 201 where `POST` makes a thing (say so here). */
  readonly status?: 200 | 201 | 202 | 204;
  /** The caller must send `Idempotency-Key` (16–255 visible ASCII characters). */
  readonly isIdempotent?: boolean;
  /** The body is multipart/form-data, read by the controller itself. */
  readonly isMultipart?: boolean;
  /** Public reads that answer JSON text straight from SQL: the response is not parsed again. */
  readonly isRawJson?: boolean;
}

export const endpoint = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  definition: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> => definition;

/** What a caller passes. */
export type RequestOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? { params?: z.input<P>; query?: z.input<Q>; body?: z.input<B> }
    : never;
/** What a caller receives. */
export type ResponseOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;
