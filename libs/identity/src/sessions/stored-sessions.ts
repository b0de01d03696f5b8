import { Injectable } from '@nestjs/common';
import { Sessions, type SignedIn } from '@tiwizi/http';
import { Database } from '@tiwizi/persistence';
import { tokenHash } from '../domain/secrets.js';

/**
 * On every signed-in request, so one statement: who it is, and (at most once an hour, to spare the disk) that they
 * were here, from which their thirty idle days count again. Nothing is remembered in the process: a session that
 * ends is over everywhere at once.
 */
const liveSession = {
  name: 'identity/session',
  text: `
    with seen as (
      update identity.session set last_seen_at = now(), expires_at = now() + interval '30 days'
      where token_hash = $1 and expires_at > now() and last_seen_at < now() - interval '1 hour')
    select a.id as "accountId", a.name, a.locale, a.roles, s.id as "sessionId",
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', g.cooperative_id, 'slug', g.slug, 'name', g.name, 'role', g.role) order by g.name, g.cooperative_id)
        from identity.cooperative_grant g where g.account_id = a.id), '[]') as cooperatives
    from identity.session s join identity.account a on a.id = s.account_id
    where s.token_hash = $1 and s.expires_at > now()`,
};

@Injectable()
export class StoredSessions extends Sessions {
  constructor(private readonly database: Database) {
    super();
  }

  async read(token: string): Promise<SignedIn | null> {
    const [signedIn] = await this.database.named<SignedIn>(liveSession, [tokenHash(token)]);
    return signedIn ?? null;
  }
}
