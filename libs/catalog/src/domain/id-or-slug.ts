const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where an address may hold either: what is shaped like an id is one. */
export const isId = (idOrSlug: string): boolean => uuid.test(idOrSlug);
