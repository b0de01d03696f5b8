export type TextRefusal =
  | 'text/malformed'
  | 'text/control-characters'
  | 'text/direction-controls'
  | 'text/invisible-characters'
  | 'text/stacked-marks';

export type CleanResult = { ok: true; value: string } | { ok: false; code: TextRefusal };

/** Overrides, embeddings and isolates: they can show a price or a name other than the one that is stored. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/;
const loneSurrogate = /\p{Surrogate}/u;
/** Vocalised Arabic carries three marks on a letter at most; more is decoration that climbs over other lines. */
const stackedMarks = /\p{Mn}{5}/u;
const controlsInLine = /[\p{Cc}\u2028\u2029]/u;
const controlsInText = /[^\P{Cc}\t\n]|[\u2028\u2029]/u;
/** Zero-width and other letters nobody sees: two names that look the same must be the same. */
const invisibleInLine =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}]/u;
/** In running text joiners shape letters and emoji, and direction marks settle punctuation: those stay. */
const invisibleInText = /[\u200b\u2060-\u2065\u206a-\u206f\ufeff]/;

/** A name, a title, an address line: one line, and nothing hidden in it. */
export function cleanLine(text: string): CleanResult {
  return clean(text.trim(), [
    [loneSurrogate, 'text/malformed'],
    [controlsInLine, 'text/control-characters'],
    [directionControls, 'text/direction-controls'],
    [invisibleInLine, 'text/invisible-characters'],
    [stackedMarks, 'text/stacked-marks'],
  ]);
}

/** A description or a message: several lines. */
export function cleanText(text: string): CleanResult {
  return clean(text.replace(/\r\n?/g, '\n').trim(), [
    [loneSurrogate, 'text/malformed'],
    [controlsInText, 'text/control-characters'],
    [directionControls, 'text/direction-controls'],
    [invisibleInText, 'text/invisible-characters'],
    [stackedMarks, 'text/stacked-marks'],
  ]);
}

function clean(text: string, refusals: readonly (readonly [RegExp, TextRefusal])[]): CleanResult {
  const value = text.normalize('NFC');
  const refusal = refusals.find(([pattern]) => pattern.test(value));
  return refusal ? { ok: false, code: refusal[1] } : { ok: true, value };
}
