import { CreateShipping1764000070000 } from './1764000070000-create-shipping.js';

export const shippingMigrations = [CreateShipping1764000070000];
