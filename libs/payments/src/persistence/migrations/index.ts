import { CreatePayments1764000100000 } from './1764000100000-create-payments.js';
import { RememberVoids1764000100001 } from './1764000100001-remember-voids.js';
import { MoneyThatCameAllTheSame1764000100002 } from './1764000100002-money-that-came-all-the-same.js';

export const paymentsMigrations = [
  CreatePayments1764000100000,
  RememberVoids1764000100001,
  MoneyThatCameAllTheSame1764000100002,
];
