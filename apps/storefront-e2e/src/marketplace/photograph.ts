import { randomInt } from 'node:crypto';
import sharp from 'sharp';

/** A real JPEG as a telephone takes it: light and shade, no two the same. */
export function photograph(): Promise<Buffer> {
  const hue = randomInt(360);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">
    <radialGradient id="light"><stop stop-color="hsl(${hue} 60% 80%)"/><stop offset="1" stop-color="hsl(${hue} 40% 30%)"/></radialGradient>
    <rect width="1600" height="1200" fill="url(#light)"/>
    <circle cx="${randomInt(500, 1100)}" cy="620" r="320" fill="hsl(${(hue + 40) % 360} 55% 45%)"/>
  </svg>`;
  return sharp(Buffer.from(drawing)).jpeg({ quality: 85 }).toBuffer();
}
