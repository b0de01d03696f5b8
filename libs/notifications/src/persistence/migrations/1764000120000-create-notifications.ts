import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotifications1764000120000 implements MigrationInterface {
  readonly name = 'CreateNotifications1764000120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema notifications;

      create table notifications.message (
        id uuid primary key,
        -- What is said to whom, once: a second handler, or a second delivery, says nothing more.
        business_key text not null unique,
        channel text not null check (channel in ('sms', 'email')),
        recipient text not null,
        -- The language it is really in: French stands in for an Amazigh text that waits for its reviewer.
        locale text not null check (locale in ('fr', 'ar', 'zgh', 'en')),
        template text not null,
        subject text,
        text text not null,
        written_at timestamptz not null default clock_timestamp(),
        claimed_until timestamptz,
        sent_at timestamptz,
        check ((channel = 'email') = (subject is not null))
      );
      create index on notifications.message (recipient, sent_at desc, id desc) where sent_at is not null;
      create index on notifications.message (sent_at desc, id desc) where sent_at is not null;
      create index on notifications.message (written_at) where sent_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema notifications cascade');
  }
}
