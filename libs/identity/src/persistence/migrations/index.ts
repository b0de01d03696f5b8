import { CreateIdentity1764000010000 } from './1764000010000-create-identity.js';

export const identityMigrations = [CreateIdentity1764000010000];
