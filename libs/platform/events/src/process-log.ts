import { Inject, Injectable, type LoggerService } from '@nestjs/common';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { pino, type Logger } from 'pino';
import { currentRequestId } from './request-trace.js';
import { toldError } from './told-error.js';

/** Never in a log: what opens an account, an order or a bank relation. */
const secrets = ['password', 'code', 'token', 'cookie', 'authorization', 'rib', 'secret', 'phone', 'email'];
const redact = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

type Line = Record<string, unknown>;

/** One JSON line per event, with the request it belongs to. */
@Injectable()
export class ProcessLog {
  readonly logger: Logger;

  constructor(@Inject(SETTINGS) { logLevel }: Settings) {
    this.logger = pino({
      level: logLevel,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redact, censor: '…' },
      serializers: { err: (error: unknown) => toldError(error) },
      mixin: () => {
        const requestId = currentRequestId();
        return requestId ? { requestId } : {};
      },
    });
  }

  info(line: Line, message: string): void {
    this.logger.info(line, message);
  }

  warn(line: Line, message: string): void {
    this.logger.warn(line, message);
  }

  /** Somebody has to look: alerting listens for this level. */
  error(line: Line, message: string): void {
    this.logger.error(line, message);
  }
}

/** What the framework says of itself, in the same form; its chatter at the start is left out. */
export function nestLogger({ logger }: ProcessLog): LoggerService {
  const text = (message: unknown) => (message instanceof Error ? message.stack : String(message));
  return {
    log: (message, context) => logger.debug({ context }, text(message)),
    debug: (message, context) => logger.debug({ context }, text(message)),
    verbose: (message, context) => logger.trace({ context }, text(message)),
    warn: (message, context) => logger.warn({ context }, text(message)),
    error: (message, stack, context) => logger.error({ context, stack }, text(message)),
    fatal: (message, stack, context) => logger.fatal({ context, stack }, text(message)),
  };
}
