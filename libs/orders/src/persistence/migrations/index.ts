import { CreateOrders1764000090000 } from './1764000090000-create-orders.js';

export const ordersMigrations = [CreateOrders1764000090000];
