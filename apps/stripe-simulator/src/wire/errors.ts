/** Refusals in Stripe's error shape: `{ "error": { type, code, message, param, … } }`. */
export interface ErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  doc_url?: string;
  charge?: string;
  advice_code?: string;
  payment_intent?: unknown;
  payment_method?: unknown;
  request_log_url?: string;
}

export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    /** False when the request was turned away before it was carried out: its idempotency key stays free. */
    readonly remembered: boolean,
  ) {
    super(body.message);
  }
}

const documented = (code: string | undefined) =>
  code ? { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` } : {};

/** A parameter that cannot be understood; found before anything is done. */
export function invalidParameter(message: string, param: string, code?: string): StripeError {
  return new StripeError(400, { ...documented(code), message, param, type: 'invalid_request_error' }, false);
}

/** A well-formed request that the present state forbids. */
export function refused(message: string, details: Partial<ErrorBody> = {}): StripeError {
  return new StripeError(
    400,
    { ...documented(details.code), ...details, message, type: 'invalid_request_error' },
    true,
  );
}

export function notFound(what: string, id: string, param = 'id', status = 404): StripeError {
  return new StripeError(
    status,
    { ...documented('resource_missing'), message: `No such ${what}: '${id}'`, param, type: 'invalid_request_error' },
    false,
  );
}

export function unauthorized(message: string): StripeError {
  return new StripeError(401, { message, type: 'invalid_request_error' }, false);
}

export function unknownUrl(method: string, path: string): StripeError {
  return new StripeError(
    404,
    { message: `Unrecognized request URL (${method}: ${path}).`, type: 'invalid_request_error' },
    false,
  );
}

export function serverError(): StripeError {
  return new StripeError(500, { message: 'An unknown error occurred', type: 'api_error' }, true);
}

export function rateLimited(): StripeError {
  return new StripeError(
    429,
    { ...documented('rate_limit'), message: 'Request rate limit exceeded.', type: 'invalid_request_error' },
    false,
  );
}

export function keyInUse(key: string): StripeError {
  const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
  return new StripeError(409, { ...documented('idempotency_key_in_use'), message, type: 'idempotency_error' }, false);
}

export function keyReused(key: string): StripeError {
  const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
  return new StripeError(400, { message, type: 'idempotency_error' }, false);
}
