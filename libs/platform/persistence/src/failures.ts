/** PostgreSQL asks to run the transaction again: serialization failure, deadlock. */
const tryAgain = new Set(['40001', '40P01']);
/** It cannot serve now: no connection, shutting down, too many connections, a lock or statement that took too long. */
const unavailable = /^(08|57P0[123]|53|55P03|57014|25P03)/;
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
const driverWords = /timeout exceeded when trying to connect|Connection terminated|connection timeout|not queryable/i;

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

export function asksToTryAgain(error: unknown): boolean {
  return tryAgain.has(codeOf(error));
}

/** True when the fault lies in reaching the database or in its load: the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (unavailable.test(code) || network.has(code) || tryAgain.has(code)) return true;
  return error instanceof Error && driverWords.test(error.message);
}
