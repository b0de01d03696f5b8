/**
 * Who may do what, in one table. A role answers "may this kind of person do this at all";
 * whether they may do it to this very object is asked by the use case (`*-policy.ts`).
 */
export const roles = ['buyer', 'seller', 'moderator', 'finance', 'admin'] as const;
export type Role = (typeof roles)[number];

/** `public` needs no session. Every other permission needs one of the roles named here. */
const permissions = {
  public: [],
  'account:own': ['buyer', 'seller', 'moderator', 'finance', 'admin'],
  'orders:own': ['buyer', 'seller', 'moderator', 'finance', 'admin'],
  'cooperatives:apply': ['buyer', 'seller', 'moderator', 'finance', 'admin'],
  'workspace:profile': ['seller'],
  'workspace:products': ['seller'],
  'workspace:orders': ['seller'],
  'workspace:balance': ['seller'],
  'moderation:decide': ['moderator', 'admin'],
  'cooperatives:verify': ['admin'],
  'shipments:track': ['finance', 'admin'],
  'payments:match': ['finance', 'admin'],
  'journal:read': ['admin'],
  'search:manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export const rolesAllowed = (permission: Permission): readonly Role[] => permissions[permission];

/** Every person who has signed in is a buyer too. */
export const mayUse = (permission: Permission, held: readonly Role[]): boolean =>
  permission === 'public' || rolesAllowed(permission).some((role) => held.includes(role));
