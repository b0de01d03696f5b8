import type { Work } from '../webhooks/events.js';
import type { ErrorBody } from './errors.js';
import type { Parameters } from './parameters.js';

export interface Call {
  work: Work;
  /** From the URL; empty where there is none. */
  id: string;
  parameters: Parameters;
  settings: OperationSettings;
}

export interface OperationSettings {
  /** Where this simulator can be reached by a browser. */
  publicUrl: string;
  bankDelayMs: number;
}

/** A decline is an answer too: what it has written must stay. */
export class Declined {
  constructor(readonly error: ErrorBody) {}
}

/** One endpoint of the API, named as the SDK names it. */
export interface Operation {
  name: string;
  method: 'GET' | 'POST';
  url: string;
  accepts: readonly string[];
  handle(call: Call): Promise<object | Declined>;
}
