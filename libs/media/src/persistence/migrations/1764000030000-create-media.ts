import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMedia1764000030000 implements MigrationInterface {
  readonly name = 'CreateMedia1764000030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema media;

      create table media.image (
        id uuid primary key,
        cooperative_id uuid not null,
        uploaded_by uuid not null,
        status text not null check (status in ('processing', 'ready', 'refused')),
        format text not null check (format in ('jpeg', 'png', 'webp')),
        byte_count int not null check (byte_count > 0),
        -- SHA-256 of the original: a photo sent twice over a bad line is one photo.
        checksum bytea not null,
        -- As shown: turned upright, largest rendition.
        width int,
        height int,
        widths int[] not null default '{}',
        uploaded_at timestamptz not null default now(),
        processed_at timestamptz,
        unique (cooperative_id, checksum),
        check (status <> 'ready' or (width > 0 and height > 0 and cardinality(widths) > 0))
      );

      create view media.public_picture as
      select i.id,
             '/media/' || i.id || '/' || i.width || '.webp' as url,
             (select string_agg('/media/' || i.id || '/' || w || '.webp ' || w || 'w', ', ' order by w)
              from unnest(i.widths) as w) as srcset,
             i.width, i.height, i.status
      from media.image i;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema media cascade');
  }
}
