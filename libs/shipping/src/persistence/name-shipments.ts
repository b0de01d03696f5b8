import { Injectable } from '@nestjs/common';
import { Database, SubjectNames } from '@tiwizi/persistence';

/** What the journal calls a shipment: the number of its parcel, which the cooperative and the buyer know. */
@Injectable()
export class NameShipments {
  constructor(database: Database, names: SubjectNames) {
    names.tell('shipment', async (ids) => {
      const rows = await database.query<{ id: string; name: string }>(
        `select id, sub_order_number as name from shipping.shipment where id = any ($1::uuid[])`,
        [ids],
      );
      return new Map(rows.map(({ id, name }) => [id, name]));
    });
  }
}
