/** Applied in order, once each. A migration that has run anywhere is never edited. */
export const migrations: readonly { name: string; sql: string }[] = [
  {
    name: '0001-create-simulator',
    sql: `
      CREATE TABLE stripe_simulator.resource (
        id        text PRIMARY KEY,
        kind      text NOT NULL,
        position  bigint GENERATED ALWAYS AS IDENTITY,
        created   bigint NOT NULL,
        body      jsonb NOT NULL,              -- what the API shows
        simulated jsonb NOT NULL DEFAULT '{}'  -- what it does not: how the card will behave, where the buyer came from
      );
      CREATE INDEX resource_by_kind ON stripe_simulator.resource (kind, position DESC);
      CREATE INDEX resource_by_intent ON stripe_simulator.resource ((body->>'payment_intent')) WHERE body ? 'payment_intent';
      CREATE INDEX resource_by_source ON stripe_simulator.resource ((body->>'source')) WHERE kind = 'balance_transaction';

      CREATE TABLE stripe_simulator.delivery (
        id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id        text NOT NULL REFERENCES stripe_simulator.resource (id),
        created_at      timestamptz NOT NULL DEFAULT now(),
        attempts        integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        delivered_at    timestamptz,
        abandoned_at    timestamptz,
        last_answer     text
      );
      CREATE INDEX delivery_waiting ON stripe_simulator.delivery (next_attempt_at)
        WHERE delivered_at IS NULL AND abandoned_at IS NULL;
      CREATE INDEX delivery_by_event ON stripe_simulator.delivery (event_id);

      CREATE TABLE stripe_simulator.idempotency_key (
        key         text PRIMARY KEY,
        fingerprint text NOT NULL,
        status      integer NOT NULL,
        body        text NOT NULL,
        request_id  text NOT NULL,
        created_at  timestamptz NOT NULL DEFAULT now()
      );

      -- What time alone will change: a hold that runs out, a refund that the bank settles or returns.
      CREATE TABLE stripe_simulator.due_change (
        resource_id text PRIMARY KEY REFERENCES stripe_simulator.resource (id),
        change      text NOT NULL CHECK (change IN ('hold_expires', 'refund_succeeds', 'refund_fails')),
        due_at      timestamptz NOT NULL
      );
      CREATE INDEX due_change_by_time ON stripe_simulator.due_change (due_at);
    `,
  },
];
