import { Scheduled, type ScheduledTask } from '@tiwizi/events';
import { Database } from '@tiwizi/persistence';

/** A cart nobody came back to for 90 days holds an address for nothing. */
@Scheduled()
export class ForgetCarts implements ScheduledTask {
  readonly name = 'checkout/forget-carts';
  readonly cron = '20 4 * * *';

  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    await this.database.query(
      `delete from checkout.cart
       where order_number is null and created_at < now() - interval '90 days' and updated_at < now() - interval '90 days'`,
    );
  }
}
