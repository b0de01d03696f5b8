import { CreateOrders1764000090000 } from './1764000090000-create-orders.js';
import { PauseBetweenCodes1764000090001 } from './1764000090001-pause-between-codes.js';
import { ServicesOnSite1764000090010 } from './1764000090010-services-on-site.js';

export const ordersMigrations = [
  CreateOrders1764000090000,
  PauseBetweenCodes1764000090001,
  ServicesOnSite1764000090010,
];
