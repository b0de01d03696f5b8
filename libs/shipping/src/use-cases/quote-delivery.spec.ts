import { Database, newId } from '@tiwizi/persistence';
import { countStatements, startApp, type TestApp } from '@tiwizi/testing';
import { UnknownProvince } from '../domain/shipment-errors.js';
import { TariffStore } from '../persistence/tariff-store.js';
import { ShippingApi } from '../shipping.api.js';
import { ShippingModule } from '../shipping.module.js';
import type { ParcelToQuote } from './quote-delivery.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ modules: [ShippingModule] });
});
afterAll(() => app.close());

const wednesday = new Date('2026-11-25T09:00:00Z');
const parcel = (originProvinceId: string, weightGrams: number) => ({
  cooperativeId: newId(),
  originProvinceId,
  weightGrams,
  goodsAmount: 10_000,
});
const quote = (parcels: ParcelToQuote[], to: string, at = wednesday) => app.get(ShippingApi).quotes(parcels, to, at);
const homePrice = async (from: string, to: string, weight: number): Promise<number | undefined> =>
  (await quote([parcel(from, weight)], to))[0]?.find(({ id }) => id === 'home')?.price.amount;

describe('quoting delivery', () => {
  it.each([
    ['MA-AGD', 'MA-AGD', 1_000, 2_000, 'in the same city'],
    ['MA-AGD', 'MA-CAS', 1_000, 3_000, 'to a big city'],
    ['MA-AGD', 'MA-ESI', 1_000, 3_500, 'to another town'],
    ['MA-AGD', 'MA-LAA', 1_000, 4_000, 'to the South'],
    ['MA-AGD', 'MA-AZI', 1_000, 4_000, 'to a rural province'],
    ['MA-AGD', 'MA-CAS', 5_000, 3_000, 'up to the end of its band'],
    ['MA-AGD', 'MA-CAS', 5_001, 4_000, 'just over a band'],
    ['MA-AGD', 'MA-CAS', 30_000, 8_000, 'at 30 kg'],
    ['MA-AGD', 'MA-CAS', 30_001, 11_000, 'beyond 30 kg, as two parcels'],
    ['MA-AGD', 'MA-CAS', 0, 3_000, 'without a weight'],
  ])('%s to %s, %i g: %i centimes, %6$s', async (from, to, weight, price) => {
    expect(await homePrice(from, to, weight)).toBe(price);
  });

  it('asks nothing for what travels nowhere, and promises no day', async () => {
    const [there, sent] = await quote([{ ...parcel('MA-AGD', 0), isOnSite: true }, parcel('MA-AGD', 800)], 'MA-CAS');
    expect(there).toEqual([
      {
        id: 'on-site',
        nameKey: 'delivery.on-site',
        price: { amount: 0, currency: 'MAD' },
        earliest: null,
        latest: null,
      },
    ]);
    expect(sent).toHaveLength(2);
  });

  it('offers home delivery and a relay point, cheapest first, with days of Morocco', async () => {
    const [options] = await quote([parcel('MA-AGD', 800)], 'MA-CAS');
    expect(options).toEqual([
      {
        id: 'relay',
        nameKey: 'delivery.relay',
        price: { amount: 2_500, currency: 'MAD' },
        earliest: '2026-11-28',
        latest: '2026-12-01',
      },
      {
        id: 'home',
        nameKey: 'delivery.home',
        price: { amount: 3_000, currency: 'MAD' },
        earliest: '2026-11-27',
        latest: '2026-11-30',
      },
    ]);
  });

  it('quotes 80 parcels with one statement at most, each in its place', async () => {
    await app.get(TariffStore).refresh();
    const parcels = Array.from({ length: 80 }, (_, position) => parcel(position % 2 ? 'MA-CAS' : 'MA-AGD', 1_000));
    const { result, statements } = await countStatements(() => quote(parcels, 'MA-CAS'));
    expect(statements).toEqual([]);
    expect(result).toHaveLength(80);
    for (const [position, options] of result.entries()) {
      expect(options.find(({ id }) => id === 'home')?.price.amount).toBe(position % 2 ? 2_000 : 3_000);
    }
  });

  it('reads the tariff of the day: a new one counts from its first day on', async () => {
    await app.get(Database).query(
      `insert into shipping.rate (service, zone, max_weight_grams, price_amount, currency, source, valid_from)
       select service, zone, max_weight_grams, price_amount + 500, currency, 'A later contract', date '2030-01-01'
       from shipping.rate`,
    );
    await app.get(TariffStore).refresh();
    const later = await quote([parcel('MA-AGD', 1_000)], 'MA-CAS', new Date('2030-01-01T09:00:00Z'));
    expect(later[0]?.map(({ price }) => price.amount)).toEqual([3_000, 3_500]);
    expect(await homePrice('MA-AGD', 'MA-CAS', 1_000)).toBe(3_000);
  });

  it('reads the tariff once for all who ask at the same time, and again after a failure', async () => {
    const tariffs = new TariffStore(app.get(Database));
    const { statements } = await countStatements(() => Promise.all([1, 2, 3].map(() => tariffs.current())));
    expect(statements).toHaveLength(1);
    const away: Database = Object.assign(Object.create(Database.prototype), {
      json: () => Promise.reject(new Error('no connection')),
    });
    const broken = new TariffStore(away);
    await expect(broken.current()).rejects.toThrow('no connection');
    await expect(broken.current()).rejects.toThrow('no connection');
  });

  it('knows no province outside its table', async () => {
    for (const province of ['MA-XXX', '', "x' or true --"]) {
      await expect(quote([parcel('MA-AGD', 1_000)], province)).rejects.toBeInstanceOf(UnknownProvince);
    }
    expect(await quote([], 'MA-XXX')).toEqual([]);
  });
});
