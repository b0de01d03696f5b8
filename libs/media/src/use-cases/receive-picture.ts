import sharp from 'sharp';
import { NotAPicture, PictureEmpty, PictureTooLarge, SvgRefused, TooManyPixels } from '../domain/picture-errors.js';
import { formatOf, looksLikeSvg, signatureLength, type PictureFormat } from '../domain/picture-format.js';
import { mostBytes, mostPixels } from '../domain/picture-limits.js';

export interface ReceivedPicture {
  bytes: Buffer;
  format: PictureFormat;
}

/** Reads no more than it must to know that something is no picture of ours: kind first, then size, then pixels. */
export async function receivePicture(content: AsyncIterable<Buffer>): Promise<ReceivedPicture> {
  const chunks: Buffer[] = [];
  let size = 0;
  let isKnownKind = false;
  for await (const chunk of content) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) throw new PictureTooLarge(`more than ${mostBytes} bytes`);
    if (!isKnownKind && size >= signatureLength) isKnownKind = requireKind(chunks) !== undefined;
  }
  if (size === 0) throw new PictureEmpty();
  const bytes = Buffer.concat(chunks, size);
  const format = requireKind([bytes]);
  await requirePixels(bytes);
  return { bytes, format };
}

function requireKind(chunks: readonly Buffer[]): PictureFormat {
  const [first] = chunks;
  const head = first && first.length >= signatureLength ? first : Buffer.concat(chunks);
  const format = formatOf(head);
  if (format) return format;
  throw looksLikeSvg(head) ? new SvgRefused() : new NotAPicture();
}

/** From the header alone: a small file may unfold to gigabytes. */
async function requirePixels(bytes: Buffer): Promise<void> {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new NotAPicture('the header cannot be read', { cause: error });
    });
  const { width, height, pages = 1 } = header;
  if (width * height * pages > mostPixels) throw new TooManyPixels(`${width} × ${height} × ${pages} pixels`);
}
