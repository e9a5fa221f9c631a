/** Places: of nodes, and of clients. */
import type { FieldViolation } from '../errors/isopod-error.ts';
import type { Place__Output, Place as WirePlace } from '../generated/isopod/v1/Place.ts';
import {
  areCoordinates,
  coordinatesRule,
  isPlaceName,
  type Place,
  placeNameRule,
} from '../nodes/place.ts';

export function placeToWire({ region, zone, coordinates }: Place): WirePlace {
  return { region, zone, ...(coordinates ? { coordinates: { ...coordinates } } : {}) };
}

/** Undefined where it says nothing, and where it cannot be read: every mistake is a violation. */
export function readPlace(
  wire: Place__Output | null,
  field: string,
  violations: FieldViolation[],
): Place | undefined {
  if (!wire) return undefined;
  const { region, zone, coordinates } = wire;
  const before = violations.length;
  for (const [name, value] of Object.entries({ region, zone }))
    if (value !== '' && !isPlaceName(value))
      violations.push({ field: `${field}.${name}`, description: `must be ${placeNameRule}` });
  if (coordinates && !areCoordinates(coordinates)) {
    const description = `must be ${coordinatesRule}`;
    violations.push({ field: `${field}.coordinates`, description });
  }
  if (violations.length > before) return undefined;
  if (region === '' && zone === '' && !coordinates) return undefined;
  const at = coordinates
    ? { coordinates: { latitude: coordinates.latitude, longitude: coordinates.longitude } }
    : {};
  return { region, zone, ...at };
}
