import { randomInt } from 'node:crypto';
import sharp from 'sharp';

/** A real JPEG as a telephone takes it: a woven basket in the shade, no two the same. */
export function photograph(): Promise<Buffer> {
  const hue = randomInt(20, 50);
  const accent = randomInt(360);
  const band = randomInt(560, 760);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">
    <defs>
      <linearGradient id="wall" y2="1" x2="0"><stop stop-color="hsl(${hue} 30% 86%)"/><stop offset="1" stop-color="hsl(${hue} 25% 72%)"/></linearGradient>
      <linearGradient id="side"><stop stop-color="#0006"/><stop offset=".35" stop-color="#0000"/><stop offset="1" stop-color="#0007"/></linearGradient>
      <pattern id="weave" width="48" height="36" patternUnits="userSpaceOnUse">
        <rect width="48" height="36" fill="hsl(${hue} 45% 52%)"/>
        <rect x="1" y="1" width="22" height="16" rx="8" fill="hsl(${hue} 52% 64%)"/>
        <rect x="25" y="19" width="22" height="16" rx="8" fill="hsl(${hue} 52% 60%)"/>
      </pattern>
      <clipPath id="body"><path d="M470 470h660l-90 490q-240 60-480 0z"/></clipPath>
    </defs>
    <rect width="1600" height="1200" fill="url(#wall)"/>
    <rect y="900" width="1600" height="300" fill="hsl(${hue} 22% 58%)"/>
    <ellipse cx="800" cy="975" rx="380" ry="50" fill="#0005"/>
    <path d="M560 480C560 180 1040 180 1040 480" fill="none" stroke="hsl(${hue} 45% 42%)" stroke-width="34"/>
    <g clip-path="url(#body)">
      <rect x="400" y="440" width="800" height="600" fill="url(#weave)"/>
      <rect x="400" y="${band}" width="800" height="72" fill="hsl(${accent} 55% 40%)" opacity=".85"/>
      <rect x="400" y="440" width="800" height="600" fill="url(#side)"/>
    </g>
    <ellipse cx="800" cy="470" rx="332" ry="56" fill="hsl(${hue} 40% 32%)" stroke="hsl(${hue} 50% 58%)" stroke-width="26"/>
  </svg>`;
  return sharp(Buffer.from(drawing)).jpeg({ quality: 85 }).toBuffer();
}
