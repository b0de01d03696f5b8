import { DomainError } from '@tiwizi/errors';
import type { Readable } from 'node:stream';

export interface StoredFile {
  readonly size: number;
  readonly content: Readable;
}

/** The store does not answer. Pages go on with drawings; an upload may be tried again. */
export class StorageUnavailable extends DomainError {
  readonly code = 'service_unavailable';
  readonly kind = 'unavailable';
  override readonly retryable = true;
  override readonly retryAfterSeconds = 30;
}

/** Where the bytes of pictures lie. Keys are made by us: ids and numbers between slashes. */
export abstract class Storage {
  /** Whole or not at all: nobody reads half a file. */
  abstract put(key: string, bytes: Uint8Array): Promise<void>;
  abstract read(key: string): Promise<Buffer | null>;
  abstract open(key: string): Promise<StoredFile | null>;
  abstract remove(key: string): Promise<void>;
}
