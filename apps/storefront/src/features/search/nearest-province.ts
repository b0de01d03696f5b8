import { provinceSpots } from './province-spots.js';

/** Farther than this from every chief town is no place of this country. */
const farthestKm = 250;
const degreeKm = 111.2;

/** The province whose chief town is nearest to a point on the map. Runs in the browser: the point goes nowhere. */
export function nearestProvince(latitude: number, longitude: number): string | null {
  let nearest: string | null = null;
  let least = farthestKm;
  for (const [id, [north, east]] of Object.entries(provinceSpots)) {
    // A small country: the earth is flat enough here to compare ways.
    const across = (east - longitude) * Math.cos((latitude * Math.PI) / 180);
    const km = Math.hypot(north - latitude, across) * degreeKm;
    if (km < least) [nearest, least] = [id, km];
  }
  return nearest;
}
