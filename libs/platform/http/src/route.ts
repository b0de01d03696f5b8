import { applyDecorators, Header, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { Endpoint } from '@tiwizi/contracts';

export const ENDPOINT = Symbol('ENDPOINT');
export const PUBLIC_ASSET = Symbol('PUBLIC_ASSET');

export const apiPrefix = 'api/v1';

/** A controller method that answers this endpoint of the contracts. */
export function Route(endpoint: Endpoint): MethodDecorator {
  return applyDecorators(
    RequestMapping({ method: RequestMethod[endpoint.method], path: `${apiPrefix}${endpoint.path}` }),
    HttpCode(endpoint.status ?? 200),
    SetMetadata(ENDPOINT, endpoint),
    ...(endpoint.isRawJson ? [Header('Content-Type', 'application/json; charset=utf-8')] : []),
  );
}

/** A route outside the API that anyone may read: pictures, health, documents. */
export const PublicAsset = (): MethodDecorator => SetMetadata(PUBLIC_ASSET, true);
