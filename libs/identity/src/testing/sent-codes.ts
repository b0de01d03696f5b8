import type { PayloadOf, CodeRequestedV1 } from '@tiwizi/contracts';
import { Database } from '@tiwizi/persistence';
import type { TestApp } from '@tiwizi/testing';

type Sent = PayloadOf<typeof CodeRequestedV1>;

/** What the outbox was told to send to this address, in order. */
export async function sentCodes(app: TestApp, to: string): Promise<Sent[]> {
  const rows = await app.get(Database).query<{ payload: Sent }>(
    `select data -> 'payload' as payload from jobs.job
     where data ->> 'event' = 'identity.code-requested.v1' and data -> 'payload' ->> 'to' = $1
     order by created_on, id`,
    [to],
  );
  return rows.map(({ payload }) => payload);
}

export async function lastCode(app: TestApp, to: string): Promise<string> {
  const last = (await sentCodes(app, to)).at(-1);
  if (!last) throw new Error(`no code was sent to ${to}`);
  return last.code;
}

export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
