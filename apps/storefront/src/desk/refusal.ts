import type { LocalizedText } from '@tiwizi/contracts';

/** Why something was not done, in the reader's language, with the fields to look at again. */
export interface Refusal {
  readonly code: string;
  readonly sentence: LocalizedText;
  readonly params: Record<string, unknown>;
  readonly fields: readonly FieldRefusal[];
}
/** `field` is the id of the control on the page. */
export interface FieldRefusal {
  readonly field: string;
  readonly sentence: LocalizedText;
}

export const refusalOf = (refusal: Refusal | undefined | null, field: string): string | undefined =>
  refusal?.fields.find((each) => each.field === field)?.sentence.text;
