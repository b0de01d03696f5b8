import type { Money } from '@tiwizi/contracts';
import { Database, newId } from '@tiwizi/persistence';
import type { TestApp } from '@tiwizi/testing';
import { ShippingApi } from '../shipping.api.js';
import type { ParcelToShip } from '../use-cases/open-shipment.js';

export const cash: Money = { amount: 15_000, currency: 'MAD' };

export const parcelToShip = (own: Partial<ParcelToShip> = {}): ParcelToShip => ({
  subOrderId: newId(),
  subOrderNumber: `TZ-${newId().slice(-8).toUpperCase()}-1`,
  cooperativeId: newId(),
  cooperativeName: 'Coopérative Tifawin',
  city: 'Casablanca',
  cashToCollect: null,
  ...own,
});

/** A parcel the cooperative has handed over. */
export const openParcel = (app: TestApp, own: Partial<ParcelToShip> = {}) =>
  app.get(Database).transaction((tx) => app.get(ShippingApi).openShipment(tx, parcelToShip(own)));

export const shipmentRow = async (app: TestApp, id: string) =>
  (await app.get(Database).query('select * from shipping.shipment where id = $1', [id]))[0];

/** The states of a parcel the other contexts were told; those of one transaction come in any order. */
export const toldOf = async (app: TestApp, id: string): Promise<string[]> =>
  (
    await app.get(Database).query<{ status: string }>(
      `select data->'payload'->>'status' as status from jobs.job
       where data->>'event' = 'shipping.shipment-changed.v1' and data->'payload'->>'shipmentId' = $1
       order by created_on, id`,
      [id],
    )
  ).map(({ status }) => status);
