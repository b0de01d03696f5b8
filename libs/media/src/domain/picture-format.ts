export type PictureFormat = 'jpeg' | 'png' | 'webp';

const signatures: Record<PictureFormat, (bytes: Buffer) => boolean> = {
  jpeg: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  png: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  webp: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
};
const formats: readonly PictureFormat[] = ['jpeg', 'png', 'webp'];

/** Enough to know every kind by. */
export const signatureLength = 12;

/** What the first bytes say. Names and declared types are the sender's word, and are not asked. */
export const formatOf = (bytes: Buffer): PictureFormat | undefined =>
  formats.find((format) => signatures[format](bytes));

/** Text with an `<svg` in it, in any encoding a reader of XML accepts: in UTF-16 every other byte is empty. */
export function looksLikeSvg(bytes: Buffer): boolean {
  const text = bytes.toString('latin1', 0, 4096).replaceAll('\0', '');
  return /<(\w+:)?svg[\s>]|<!doctype\s+svg/i.test(text);
}
