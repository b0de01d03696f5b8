import { CreateNotifications1764000120000 } from './1764000120000-create-notifications.js';

export const notificationsMigrations = [CreateNotifications1764000120000];
