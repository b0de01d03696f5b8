import { decisionKinds } from './file.js';

export interface TypedDecision {
  readonly kind: string;
  readonly reasons: readonly string[];
  readonly field: string;
  readonly message: string;
}
export const noDecision: TypedDecision = { kind: '', reasons: [], field: '', message: '' };

/** What was taken back travels with the way to its case. */
export function decisionIn(state: unknown): TypedDecision | null {
  if (typeof state !== 'object' || state === null || !('decision' in state)) return null;
  const { decision } = state;
  return isDecision(decision) ? decision : null;
}

function isDecision(value: unknown): value is TypedDecision {
  if (typeof value !== 'object' || value === null) return false;
  const isText = (name: string) => typeof Reflect.get(value, name) === 'string';
  return isText('kind') && isText('field') && isText('message') && Array.isArray(Reflect.get(value, 'reasons'));
}

export function isComplete({ kind, reasons, field, message }: TypedDecision): boolean {
  if (!decisionKinds.some((each) => each === kind)) return false;
  if (kind === 'approve') return true;
  return reasons.length > 0 && Boolean(field) && (!reasons.includes('other') || Boolean(message.trim()));
}
