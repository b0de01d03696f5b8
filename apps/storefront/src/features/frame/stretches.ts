export interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text cut where marks begin and end; marks that overlap, or lie outside of it, mark no letter twice or none. */
export function stretches(text: string, marks: readonly { start: number; end: number }[]): Stretch[] {
  const cut: Stretch[] = [];
  let at = 0;
  const until = (end: number, isMarked: boolean) => {
    const start = at;
    at = Math.max(at, Math.min(end, text.length));
    if (at > start) cut.push({ start, text: text.slice(start, at), isMarked });
  };
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    until(start, false);
    until(end, true);
  }
  until(text.length, false);
  return cut;
}
