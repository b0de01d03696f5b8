interface ToldError {
  type: string;
  message: string;
  stack?: string | undefined;
  cause?: unknown;
  errors?: unknown[];
}

/** Names and codes; everything else that libraries hang on an error may be somebody's telephone, address or token. */
const told = [
  'code',
  'constraint',
  'schema',
  'table',
  'column',
  'routine',
  'status',
  'statusCode',
  'outcome',
  'reason',
];
const deepest = 4;

/**
 * An error as the log tells it. The drivers attach the values of the statement (`parameters`) and of the row that was
 * refused (`detail`): those never reach a log (reliability F86).
 */
export function toldError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error) || depth > deepest) return error instanceof Error ? error.name : error;
  const { name, message, stack, cause } = error;
  const named: ToldError & Record<string, unknown> = { type: name, message, stack };
  for (const key of told) {
    const value: unknown = Reflect.get(error, key);
    if (typeof value === 'string' || typeof value === 'number') named[key] = value;
  }
  if (cause !== undefined) named.cause = toldError(cause, depth + 1);
  if (error instanceof AggregateError) named.errors = error.errors.map((one) => toldError(one, depth + 1));
  return named;
}
