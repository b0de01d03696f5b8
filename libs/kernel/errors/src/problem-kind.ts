const statusByKind = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'unsupported-type': 415,
  unprocessable: 422,
  'too-many-requests': 429,
  unavailable: 503,
} as const;

export type ProblemKind = keyof typeof statusByKind;

export const problemKinds = Object.keys(statusByKind) as readonly ProblemKind[];

export const statusOf = (kind: ProblemKind): number => statusByKind[kind];
