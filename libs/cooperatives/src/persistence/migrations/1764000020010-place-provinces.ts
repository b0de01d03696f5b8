import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chiefTowns } from '../reference-data.js';

/** How far a maker is from a visitor is told by the chief towns of their provinces. */
export class PlaceProvinces1764000020010 implements MigrationInterface {
  readonly name = 'PlaceProvinces1764000020010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table cooperatives.province add latitude float8, add longitude float8');
    await runner.query(
      `update cooperatives.province p set latitude = t.latitude, longitude = t.longitude
       from jsonb_to_recordset($1::jsonb) as t (id text, latitude float8, longitude float8) where t.id = p.id`,
      [JSON.stringify(chiefTowns)],
    );
    await runner.query(`
      create or replace view cooperatives.public_province as
      select id, region_id, name, chief_town, latitude, longitude from cooperatives.province`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view cooperatives.public_province;
      create view cooperatives.public_province as select id, region_id, name, chief_town from cooperatives.province;
      alter table cooperatives.province drop latitude, drop longitude`);
  }
}
