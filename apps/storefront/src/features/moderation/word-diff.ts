export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this the two texts are shown whole, one after the other: nobody reads such a weave of words. */
const mostWords = 1500;

/** The words that went and those that came, in reading order. */
export function wordDiff(before: string, after: string): Piece[] {
  if (before === after) return [{ kind: 'same', text: after }];
  const [old, now] = [words(before), words(after)];
  if (old.length > mostWords || now.length > mostWords) return whole(before, after);
  const common = commonLengths(old, now);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      add(pieces, 'same', old[i]);
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= now.length || at(common, i + 1, j) >= at(common, i, j + 1))) {
      add(pieces, 'removed', old[i]);
      i += 1;
    } else {
      add(pieces, 'added', now[j]);
      j += 1;
    }
  }
  return joined(pieces);
}

/** Two changed words with a space between them are one change: read as such, not as a stutter. */
function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    const space = /\s+$/.exec(removed)?.[0] ?? '';
    const shared = space && added.endsWith(space) ? space.length : 0;
    add(result, 'removed', removed.slice(0, removed.length - shared));
    add(result, 'added', added.slice(0, added.length - shared));
    if (shared) add(result, 'same', space);
    [removed, added] = ['', ''];
  };
  for (const [index, { kind, text }] of pieces.entries()) {
    const isBetween = kind === 'same' && !text.trim() && (removed || added) && index < pieces.length - 1;
    if (kind === 'removed' || isBetween) removed += text;
    if (kind === 'added' || isBetween) added += text;
    if (kind !== 'same' || isBetween) continue;
    flush();
    add(result, kind, text);
  }
  flush();
  return result;
}

const words = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

const whole = (before: string, after: string): Piece[] =>
  [
    { kind: 'removed' as const, text: before },
    { kind: 'added' as const, text: after },
  ].filter(({ text }) => text);

/** `common[i][j]`: how many words the texts still share from there on. */
function commonLengths(old: string[], now: string[]): Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = rows[i];
      if (!row) continue;
      row[j] = old[i] === now[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
}

const at = (rows: Uint16Array[], i: number, j: number): number => rows[i]?.[j] ?? 0;

function add(pieces: Piece[], kind: Piece['kind'], text = ''): void {
  if (!text) return;
  const last = pieces.at(-1);
  if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
  else pieces.push({ kind, text });
}
