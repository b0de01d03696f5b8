import { CreatePayments1764000100000 } from './1764000100000-create-payments.js';

export const paymentsMigrations = [CreatePayments1764000100000];
