/**
 * The first tariff. Prices are consumer prices in centimes; every number names where it comes from, and a later
 * tariff is a later row: nothing here is a constant of the code.
 */
export const validFrom = '2026-01-01';

const seen =
  'Consumer prices seen in Morocco: 20 MAD in the same city, 30 to 40 MAD elsewhere (domain reference, section 5)';
const assumed = 'Assumption until a carrier contract gives the number';

/** 1 same city, 2 big cities, 3 other towns, 4 the South, 5 provinces of rural communes and douars. */
export const zoneNames = {
  1: 'Same city',
  2: 'Big cities',
  3: 'Other towns',
  4: 'South (MA-10, MA-11, MA-12)',
  5: 'Rural communes and douars',
} as const;

const provincesOf: Record<2 | 3 | 4 | 5, string> = {
  2: 'TNG TET OUJ NAD FES MEK RAB SAL SKH KEN BEM KHO CAS MOH JDI NOU MED BRR SET MAR SAF AGD INE',
  3: 'MDF LAR HOC CHE OUZ BER TAI JRA GUF HAJ IFR SEF TAZ KHE SIK SIL FQH KHN BES SIB KES ESI YUS ERR OUA TAR TIZ',
  4: 'GUE ASZ TNT SIF LAA BOD TAF ESM OUD AOU',
  5: 'FAH DRI FIG BOM MOU TAO AZI CHI HAO REH MID TIN ZAG CHT TAT',
};

export const provinceZones = Object.entries(provincesOf).flatMap(([zone, codes]) =>
  codes.split(' ').map((code) => ({ province_id: `MA-${code}`, zone: Number(zone) })),
);

/** Upper ends of the weight bands. What weighs more travels as several parcels of 30 kg. */
const bands = [5_000, 10_000, 20_000, 30_000] as const;

/** Dirhams by zone and band. A relay point or post office saves the carrier the last kilometre. */
const tariff: Record<'home' | 'relay', Record<number, readonly number[]>> = {
  home: { 1: [20, 30, 45, 60], 2: [30, 40, 60, 80], 3: [35, 45, 70, 95], 4: [40, 55, 85, 120], 5: [40, 55, 80, 110] },
  relay: { 1: [15, 25, 40, 55], 2: [25, 35, 55, 75], 3: [30, 40, 65, 90], 4: [35, 50, 80, 115], 5: [30, 45, 70, 100] },
};

export const rates = Object.entries(tariff).flatMap(([service, zones]) =>
  Object.entries(zones).flatMap(([zone, prices]) =>
    prices.map((dirhams, position) => ({
      service,
      zone: Number(zone),
      max_weight_grams: bands[position],
      price_amount: dirhams * 100,
      source: service === 'home' && position === 0 ? seen : assumed,
    })),
  ),
);

/** Working days from the order to the door: a day or two to prepare, then the road. */
const workingDays: Record<'home' | 'relay', Record<number, readonly [number, number]>> = {
  home: { 1: [2, 3], 2: [2, 4], 3: [3, 5], 4: [4, 7], 5: [4, 7] },
  relay: { 1: [2, 4], 2: [3, 5], 3: [3, 6], 4: [5, 8], 5: [4, 7] },
};

export const transits = Object.entries(workingDays).flatMap(([service, zones]) =>
  Object.entries(zones).map(([zone, [earliest_days, latest_days]]) => ({
    service,
    zone: Number(zone),
    earliest_days,
    latest_days,
    source: assumed,
  })),
);

const lawfulDays: readonly (readonly [monthAndDay: string, name: string])[] = [
  ['01-01', 'New Year'],
  ['01-11', 'Manifesto of Independence'],
  ['01-14', 'Amazigh New Year'],
  ['05-01', 'Labour Day'],
  ['07-30', 'Throne Day'],
  ['08-14', 'Oued Ed-Dahab Day'],
  ['08-20', 'Revolution of the King and the People'],
  ['08-21', 'Youth Day'],
  ['10-31', 'Unity Day'],
  ['11-06', 'Green March'],
  ['11-18', 'Independence Day'],
];

/** The moon decides: these days are computed, and corrected by a later row of the table when they are announced. */
const computedDays: readonly (readonly [day: string, name: string])[] = [
  ['2027-03-10', 'Aïd al-Fitr'],
  ['2027-03-11', 'Aïd al-Fitr'],
  ['2027-05-17', 'Aïd al-Adha'],
  ['2027-05-18', 'Aïd al-Adha'],
  ['2027-06-07', 'First of Muharram'],
  ['2027-08-15', 'Mawlid'],
  ['2027-08-16', 'Mawlid'],
];

export const holidays = [
  ...[2026, 2027, 2028].flatMap((year) =>
    lawfulDays.map(([monthAndDay, name]) => ({
      day: `${year}-${monthAndDay}`,
      name,
      source: 'Decrees on public holidays',
    })),
  ),
  ...computedDays.map(([day, name]) => ({ day, name, source: 'Computed, to be confirmed when announced' })),
];
