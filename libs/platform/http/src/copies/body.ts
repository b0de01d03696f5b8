import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const known = new WeakMap<Buffer, Body>();
const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
} satisfies Record<Encoding, (bytes: Buffer) => Promise<Buffer>>;
/** Below this a compressed answer is no shorter on the wire. */
const fewBytes = 1024;

/** The bytes of an answer that is sent more than once, with what is worked out of them at most once. */
export class Body {
  private readonly encoded = new Map<Encoding, Buffer>();
  private readonly encoding = new Map<Encoding, Promise<Buffer>>();
  private digest: string | undefined;

  constructor(
    readonly bytes: Buffer,
    private readonly onGrowth: () => void = () => undefined,
  ) {
    known.set(bytes, this);
  }

  /** The body these very bytes belong to, while somebody keeps it. */
  static of(bytes: Buffer): Body | undefined {
    return known.get(bytes);
  }

  get size(): number {
    return [...this.encoded.values()].reduce((sum, { length }) => sum + length, this.bytes.length);
  }

  get isWorthEncoding(): boolean {
    return this.bytes.length >= fewBytes;
  }

  /** Names these bytes in this form: each encoding is a representation of its own. */
  etag(encoding: Encoding | null): string {
    this.digest ??= createHash('sha1').update(this.bytes).digest('base64url');
    return encoding ? `"${this.digest}.${encoding}"` : `"${this.digest}"`;
  }

  as(encoding: Encoding): Buffer | Promise<Buffer> {
    const ready = this.encoded.get(encoding) ?? this.encoding.get(encoding);
    if (ready) return ready;
    const work = compress[encoding](this.bytes)
      .then((bytes) => {
        const exact = exactly(bytes);
        this.encoded.set(encoding, exact);
        this.onGrowth();
        return exact;
      })
      .finally(() => this.encoding.delete(encoding));
    this.encoding.set(encoding, work);
    return work;
  }
}

/** In memory of its own: what lies in a larger block keeps all of the block. */
export function exactly(content: string | Buffer): Buffer {
  if (typeof content === 'string') {
    const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(content));
    bytes.write(content);
    return bytes;
  }
  const bytes = Buffer.allocUnsafeSlow(content.length);
  content.copy(bytes);
  return bytes;
}
