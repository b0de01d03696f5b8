import { CreateCooperatives1764000020000 } from './1764000020000-create-cooperatives.js';
import { PlaceProvinces1764000020010 } from './1764000020010-place-provinces.js';

export const cooperativesMigrations = [CreateCooperatives1764000020000, PlaceProvinces1764000020010];
