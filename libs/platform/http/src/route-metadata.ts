/** What a route says of itself, for the guard, the input and the document. */
export const ENDPOINT = Symbol('ENDPOINT');
export const PUBLIC_ASSET = Symbol('PUBLIC_ASSET');
