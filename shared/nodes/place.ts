/**
 * Where a node or a client is, as far as it says: a region, a zone of it, coordinates; any of them
 * may be left out. Names are the operator's own, and mean the same where they are spelt the same.
 */

export interface Coordinates {
  /** Degrees north of the equator, -90 to 90. */
  readonly latitude: number;
  /** Degrees east of Greenwich, -180 to 180. */
  readonly longitude: number;
}

export interface Place {
  /** Empty where it was not said. */
  readonly region: string;
  /** Of the region; empty where it was not said. */
  readonly zone: string;
  readonly coordinates?: Coordinates;
}

/** The metadata of a call, in which its client says where it is. */
export const placeMetadata = {
  region: 'isopod-region',
  zone: 'isopod-zone',
  coordinates: 'isopod-coordinates',
} as const;

export const placeNameRule = 'letters, digits, ".", "_" or "-", at most 64';
const placeNamePattern = /^[A-Za-z0-9._-]{1,64}$/;

export const coordinatesRule = 'LATITUDE,LONGITUDE in degrees, such as 52.5,13.4';
const numberPattern = String.raw`[+-]?\d{1,3}(?:\.\d{1,12})?`;
export const coordinatesPattern = new RegExp(`^(${numberPattern}),(${numberPattern})$`);

/** The name of a region or a zone. */
export function isPlaceName(text: string): boolean {
  return placeNamePattern.test(text);
}

export function areCoordinates({ latitude, longitude }: Coordinates): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** Undefined where the text is none. */
export function coordinatesFromText(text: string): Coordinates | undefined {
  const match = coordinatesPattern.exec(text.replaceAll(' ', ''));
  if (!match) return undefined;
  const coordinates = { latitude: Number(match[1]), longitude: Number(match[2]) };
  return areCoordinates(coordinates) ? coordinates : undefined;
}

/** For people: `eu/eu-1 52.5,13.4`. Empty where nothing was said. */
export function placeToText({ region, zone, coordinates }: Place): string {
  const names = [region, zone].filter((name) => name !== '').join('/');
  const at = coordinates ? `${coordinates.latitude},${coordinates.longitude}` : '';
  return [names, at].filter((part) => part !== '').join(' ');
}
