import { CreateCheckout1764000080000 } from './1764000080000-create-checkout.js';

export const checkoutMigrations = [CreateCheckout1764000080000];
