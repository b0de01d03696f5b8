import { Database } from '@tiwizi/persistence';
import type { Settings } from '@tiwizi/settings';

/** Addresses of the people whom a measurement brings. */
export const benchDomain = 'bench.invalid';

/** A measurement buys what it finds: it does so only where nobody but its own people has an account. */
export async function refuseForeignMarketplace(
  database: Database,
  { mode }: Settings,
  isForced: boolean,
): Promise<void> {
  if (mode === 'production') throw new Error('a marketplace in production is not measured by buying its goods');
  if (isForced) return;
  const others = await database.query(
    `select from identity.account where email is null or split_part(email, '@', 2) <> $1 limit 1`,
    [benchDomain],
  );
  if (others.length)
    throw new Error(
      'this marketplace has accounts: a measurement would place orders in it (--force does so all the same)',
    );
}
