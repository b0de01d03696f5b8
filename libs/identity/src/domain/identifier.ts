import { InvalidInput } from '@tiwizi/errors';
import { normalizePhone } from '@tiwizi/text';

/** Where a person can be reached, in the one spelling under which we know it. */
export interface Identifier {
  readonly kind: 'email' | 'phone';
  readonly value: string;
}

/** Plain letters only: an address that looks like another one must not open another account. */
const emailShape = /^[!-;=?-~]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/;

export class InvalidIdentifier extends InvalidInput {
  constructor() {
    super([{ path: 'identifier', code: 'identity/invalid-identifier' }]);
  }
}

export function parseIdentifier(typed: string): Identifier {
  const identifier = typed.includes('@') ? emailOf(typed) : phoneOf(typed);
  if (!identifier) throw new InvalidIdentifier();
  return identifier;
}

export const channelOf = ({ kind }: Identifier): 'sms' | 'email' => (kind === 'phone' ? 'sms' : 'email');

function emailOf(typed: string): Identifier | undefined {
  const value = typed.trim().toLowerCase();
  const isEmail = value.length <= 254 && value.split('@').length === 2 && emailShape.test(value);
  return isEmail ? { kind: 'email', value } : undefined;
}

function phoneOf(typed: string): Identifier | undefined {
  const value = normalizePhone(typed);
  return value ? { kind: 'phone', value } : undefined;
}
