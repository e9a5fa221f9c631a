/**
 * Which places are nearest to an origin: those of its zone, those of its region, then by distance,
 * and at last those of which nothing is known. Those that are as near as one another stand together.
 */
import type { Coordinates, Place } from '../../../shared/nodes/place.ts';
import { distanceKm } from './distance.ts';

/** Less makes no difference to anybody: a hundredth of a millisecond of light a kilometre. */
const sameDistanceKm = 10;

const sameZone = -2;
const sameRegion = -1;

/** Groups of places, the nearest first. */
export function rankLocalities<Locality extends { readonly place: Place }>(
  localities: readonly Locality[],
  origin: Place,
): Locality[][] {
  const from = origin.coordinates ?? coordinatesOf(localities, origin);
  const byDistance = new Map<number, Locality[]>();
  for (const locality of localities) {
    const distance = distanceFrom(origin, from, locality.place);
    const group = byDistance.get(distance);
    if (group) group.push(locality);
    else byDistance.set(distance, [locality]);
  }
  return [...byDistance].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

function distanceFrom(origin: Place, from: Coordinates | undefined, place: Place): number {
  if (origin.region !== '' && origin.region === place.region)
    return origin.zone !== '' && origin.zone === place.zone ? sameZone : sameRegion;
  if (!from || !place.coordinates) return Number.POSITIVE_INFINITY;
  return Math.round(distanceKm(from, place.coordinates) / sameDistanceKm);
}

/** A client that names its region only is where the nodes of its region are. */
function coordinatesOf(
  localities: readonly { readonly place: Place }[],
  { region, zone }: Place,
): Coordinates | undefined {
  if (region === '') return undefined;
  const there = localities.filter(({ place }) => place.region === region && place.coordinates);
  const nearest = there.find(({ place }) => place.zone === zone) ?? there[0];
  return nearest?.place.coordinates;
}
