import {
  applyDecorators,
  Header,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import type { Endpoint } from '@tiwizi/contracts';
import { AnswerInterceptor } from './answer.interceptor.js';
import { ENDPOINT, PUBLIC_ASSET } from './route-metadata.js';

export const apiPrefix = 'api/v1';

/** A controller method that answers this endpoint of the contracts. */
export function Route(endpoint: Endpoint): MethodDecorator {
  return applyDecorators(
    RequestMapping({ method: RequestMethod[endpoint.method], path: `${apiPrefix}${endpoint.path}` }),
    HttpCode(endpoint.status ?? 200),
    SetMetadata(ENDPOINT, endpoint),
    ...(endpoint.isRawJson
      ? [Header('Content-Type', 'application/json; charset=utf-8')]
      : [UseInterceptors(AnswerInterceptor)]),
  );
}

/** A route outside the API that anyone may read: pictures, health, documents. */
export const PublicAsset = (): MethodDecorator => SetMetadata(PUBLIC_ASSET, true);
