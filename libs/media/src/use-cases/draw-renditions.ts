import sharp from 'sharp';
import { mostHeight, mostPixels, renditionWidths } from '../domain/picture-limits.js';

export interface Rendition {
  width: number;
  bytes: Buffer;
}

export interface Drawn {
  width: number;
  height: number;
  renditions: Rendition[];
}

const largest = renditionWidths[renditionWidths.length - 1] ?? 1280;

/**
 * Draws the photograph again, upright and without anything the camera or a stranger wrote into the file.
 * It is decoded once; smaller sizes are made from the largest. Answers null for what cannot be decoded.
 */
export async function drawRenditions(original: Buffer): Promise<Drawn | null> {
  const upright = await sharp(original, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: largest, height: mostHeight, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => null);
  if (!upright) return null;
  const { width, height, channels } = upright.info;
  const widths = [...renditionWidths.filter((candidate) => candidate < width), width];
  const renditions: Rendition[] = [];
  for (const size of widths) {
    const bytes = await sharp(upright.data, { raw: { width, height, channels } })
      .resize({ width: size })
      .webp({ quality: 78, effort: 4 })
      .toBuffer();
    renditions.push({ width: size, bytes });
  }
  return { width, height, renditions };
}
