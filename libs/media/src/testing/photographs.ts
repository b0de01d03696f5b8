import sharp, { type Sharp } from 'sharp';
import { crc32, deflateSync } from 'node:zlib';

/** A photograph as a phone takes it: lying on its side, with the place where it was taken. */
export const phonePhotograph = (width = 1600, height = 1200): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#a0522d' } })
    .withExif({
      IFD0: { Make: 'SecretPhone', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 40/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '9/1 10/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

export const plain = (width: number, height: number, shade = 120): Sharp =>
  sharp({ create: { width, height, channels: 3, background: { r: shade, g: 80, b: 40 } } });

/** A PNG of a few hundred bytes that says it unfolds to as many pixels as it likes. */
export function pngThatClaims(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(300))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A picture to one reader, a page with a script to another. */
export const polyglot = async (): Promise<Buffer> => {
  const jpeg = await plain(400, 300).jpeg().toBuffer();
  const comment = Buffer.from('<html><script>alert(document.domain)</script><!--', 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  const withComment = Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe]),
    length,
    comment,
    jpeg.subarray(2),
  ]);
  return Buffer.concat([withComment, Buffer.from('--><?php system($_GET["c"]); ?><script>alert(2)</script>')]);
};
