import { CreateOrders1764000090000 } from './1764000090000-create-orders.js';
import { PauseBetweenCodes1764000090001 } from './1764000090001-pause-between-codes.js';

export const ordersMigrations = [CreateOrders1764000090000, PauseBetweenCodes1764000090001];
