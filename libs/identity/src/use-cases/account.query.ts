import { Injectable } from '@nestjs/common';
import type { Account } from '@tiwizi/contracts';
import { NotFound } from '@tiwizi/http';
import { Database } from '@tiwizi/persistence';

const accountById = {
  name: 'identity/account',
  text: `
    select a.id, a.name, a.email, a.phone, a.locale, a.roles,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', g.cooperative_id, 'slug', g.slug, 'name', g.name, 'role', g.role) order by g.name, g.cooperative_id)
        from identity.cooperative_grant g where g.account_id = a.id), '[]') as cooperatives
    from identity.account a where a.id = $1`,
};

@Injectable()
export class AccountQuery {
  constructor(private readonly database: Database) {}

  async execute(accountId: string): Promise<Account> {
    const [account] = await this.database.named<Account>(accountById, [accountId]);
    if (!account) throw new NotFound();
    return account;
  }
}
