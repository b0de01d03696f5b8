import type { Locale } from '@tiwizi/i18n';
import type { EntityManager } from '@tiwizi/persistence';
import type { Identifier } from '../domain/identifier.js';

/** Who reads what is sent to this address: an account, or a registration that waits for its proof; else nobody. */
export async function knownReader(
  tx: EntityManager,
  { value }: Identifier,
): Promise<{ accountId: string | null; locale: Locale } | undefined> {
  const rows: { accountId: string | null; locale: Locale }[] = await tx.query(
    `select id as "accountId", locale from identity.account where email = $1 or phone = $1
     union all
     select null, locale from identity.registration where identifier = $1 and expires_at > now()
     limit 1`,
    [value],
  );
  return rows[0];
}
