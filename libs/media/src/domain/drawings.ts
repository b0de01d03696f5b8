import { categoryPicture, cooperativeEmblem, isCraft, weaving } from '@tiwizi/pictures';

const productSize = { width: 960, height: 720 };
const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** Below `/pictures/`: what each address draws. A name that is none of ours draws nothing. */
const addresses: readonly (readonly [RegExp, (...names: string[]) => string | null])[] = [
  [
    /^products\/([a-z]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.svg$/,
    (craft, id) => (isCraft(craft) ? categoryPicture(craft, id, productSize) : null),
  ],
  [/^categories\/([a-z]+)\.svg$/, (craft) => (isCraft(craft) ? categoryPicture(craft, craft) : null)],
  [new RegExp(`^cooperatives/(${slug})\\.svg$`), (name) => cooperativeEmblem(name)],
  [new RegExp(`^weavings/(${slug})\\.svg$`), (name) => weaving(name)],
];

const mostKept = 500;
const kept = new Map<string, string>();

/** Drawn from the name alone, the same on every machine; the last ones are kept. */
export function drawingAt(path: string): string | null {
  if (path.length > 200) return null;
  const known = kept.get(path);
  if (known !== undefined) return known;
  for (const [pattern, draw] of addresses) {
    const names = pattern.exec(path)?.slice(1);
    const svg = names ? draw(...names) : null;
    if (svg !== null) return keep(path, svg);
  }
  return null;
}

function keep(path: string, svg: string): string {
  if (kept.size >= mostKept) {
    const [oldest] = kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
  }
  kept.set(path, svg);
  return svg;
}
