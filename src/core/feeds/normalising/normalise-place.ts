/** Where on Earth an article is set: GeoRSS simple and GML, or the W3C's geo vocabulary. */

import type { RawFields } from './raw-fields.ts';

export function normalisePlace(raw: RawFields): { latitude?: number; longitude?: number } {
  const where = raw.first('georss:where')?.attributes;
  const point = raw.first('geo:point')?.attributes;
  return (
    coordinates(raw.text('georss:point')) ??
    coordinates(where?.pos) ??
    pair(raw.text('geo:lat'), raw.text('geo:long', 'geo:lon')) ??
    pair(point?.lat, point?.long) ??
    {}
  );
}

function coordinates(text: string | undefined): { latitude: number; longitude: number } | undefined {
  const [latitude, longitude] = (text ?? '').trim().split(/[\s,]+/);
  return pair(latitude, longitude);
}

function pair(one: string | undefined, two: string | undefined): { latitude: number; longitude: number } | undefined {
  if (one === undefined || two === undefined || one.trim() === '' || two.trim() === '') return undefined;
  const latitude = Number(one);
  const longitude = Number(two);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
