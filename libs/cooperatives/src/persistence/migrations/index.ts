import { CreateCooperatives1764000020000 } from './1764000020000-create-cooperatives.js';

export const cooperativesMigrations = [CreateCooperatives1764000020000];
