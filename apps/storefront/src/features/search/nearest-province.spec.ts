import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearestProvince } from './nearest-province.js';
import { provinceSpots } from './province-spots.js';

interface Regions {
  regions: { provinces: { iso: string; chief_town: { lat: number; lon: number } }[] }[];
}
const file = join(__dirname, '../../../../../libs/cooperatives/src/data/regions.json');
const { regions } = JSON.parse(readFileSync(file, 'utf8')) as Regions;
const provinces = regions.flatMap((region) => region.provinces);

describe('the province a visitor is in', () => {
  it('is that of the nearest chief town, for every province of the country', () => {
    const found = provinces.map(({ chief_town: { lat, lon } }) => nearestProvince(lat, lon));
    expect(found).toEqual(provinces.map(({ iso }) => iso));
    expect(Object.keys(provinceSpots)).toHaveLength(provinces.length);
  });

  it.each([
    ['a village above Agadir', 30.68, -9.48, 'MA-AGD'],
    ['Paris', 48.85, 2.35, null],
  ])('is known for %s', (_where, latitude, longitude, expected) => {
    expect(nearestProvince(latitude, longitude)).toBe(expected);
  });
});
