/**
 * What is said, and where. `everywhere`: to the telephone and, when there is one, the e-mail address.
 * `short` goes to the telephone first, `long` to the e-mail address first; one of the two is enough.
 */
export const reachOf = {
  'sign-in-code': 'short',
  'order-code': 'short',
  'order-confirmed': 'everywhere',
  'order-canceled': 'everywhere',
  'order-expired': 'everywhere',
  'parcel-accepted': 'short',
  'parcel-shipped': 'short',
  'parcel-delivered': 'short',
  'parcel-rejected': 'short',
  'sale-to-accept': 'short',
  'sale-canceled': 'short',
  'listing-approved': 'long',
  'listing-to-correct': 'long',
  'listing-refused': 'long',
  'change-to-correct': 'long',
  'change-refused': 'long',
  'cooperative-verified': 'long',
  'cooperative-refused': 'long',
  'cooperative-suspended': 'long',
} as const;

export type Template = keyof typeof reachOf;

export const templates = Object.keys(reachOf) as readonly Template[];

/** Worth something only until it is used: erased once it has been sent to a real person. */
export const isSecret = (template: string): boolean => template === 'sign-in-code' || template === 'order-code';
