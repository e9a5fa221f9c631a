/**
 * The shortest round trip through fourteen towns, by the dynamic programme of Held and Karp:
 * every subset of towns once, instead of every order of them.
 *
 *     npx isopod run examples/shortest-tour.ts --input-file examples/shortest-tour.input.json
 *
 * The input is burma14 of TSPLIB, whose shortest tour is known to be 3323 km long.
 */

interface Input {
  /** Latitude and longitude as TSPLIB writes them: degrees, then minutes behind the point. */
  readonly towns: readonly (readonly [number, number])[];
}

const townsMax = 16;
/** As TSPLIB defines geographical distances. */
const earthRadiusKm = 6_378.388;
// oxlint-disable-next-line oxc/approx-constant -- TSPLIB's distances are defined with this one
const tsplibPi = 3.141592;

export default ({ towns }: Input) => {
  if (towns.length < 2 || towns.length > townsMax)
    throw new RangeError(`Could not plan a tour: from 2 to ${townsMax} towns: ${towns.length}`);
  const distances = towns.map((from) => towns.map((to) => distanceKm(from, to)));
  const { lengthKm, tour } = shortestTour(distances);
  return { towns: towns.length, lengthKm, tour };
};

/** `lengths[subset * n + last]`: the shortest way from town 0 through `subset`, ending in `last`. */
function shortestTour(distances: readonly (readonly number[])[]) {
  const n = distances.length;
  const others = n - 1;
  const subsets = 2 ** others;
  const lengths = new Float64Array(subsets * others).fill(Number.POSITIVE_INFINITY);
  const before = new Int8Array(subsets * others).fill(-1);
  const distance = (from: number, to: number): number => distances[from]?.[to] ?? Number.NaN;
  for (let last = 0; last < others; last += 1)
    lengths[2 ** last * others + last] = distance(0, last + 1);

  for (let subset = 1; subset < subsets; subset += 1) {
    for (let last = 0; last < others; last += 1) {
      const length = lengths[subset * others + last] ?? Number.POSITIVE_INFINITY;
      if (!Number.isFinite(length)) continue;
      for (let next = 0; next < others; next += 1) {
        if (subset & (1 << next)) continue;
        const slot = (subset | (1 << next)) * others + next;
        const candidate = length + distance(last + 1, next + 1);
        if (candidate >= (lengths[slot] ?? 0)) continue;
        lengths[slot] = candidate;
        before[slot] = last;
      }
    }
  }
  return readBack(lengths, before, others, (last) => distance(last + 1, 0));
}

function readBack(
  lengths: Float64Array,
  before: Int8Array,
  others: number,
  wayHome: (last: number) => number,
) {
  let subset = 2 ** others - 1;
  let last = 0;
  let lengthKm = Number.POSITIVE_INFINITY;
  for (let candidate = 0; candidate < others; candidate += 1) {
    const total = (lengths[subset * others + candidate] ?? 0) + wayHome(candidate);
    if (total >= lengthKm) continue;
    lengthKm = total;
    last = candidate;
  }
  const tour: number[] = [];
  while (last >= 0) {
    tour.push(last + 1);
    const previous = before[subset * others + last] ?? -1;
    subset &= ~(1 << last);
    last = previous;
  }
  return { lengthKm, tour: [0, ...tour.toReversed()] };
}

function distanceKm(from: readonly [number, number], to: readonly [number, number]): number {
  const [latitudeA, longitudeA] = [radians(from[0]), radians(from[1])];
  const [latitudeB, longitudeB] = [radians(to[0]), radians(to[1])];
  const q1 = Math.cos(longitudeA - longitudeB);
  const q2 = Math.cos(latitudeA - latitudeB);
  const q3 = Math.cos(latitudeA + latitudeB);
  return Math.trunc(earthRadiusKm * Math.acos(0.5 * ((1 + q1) * q2 - (1 - q1) * q3)) + 1);
}

function radians(coordinate: number): number {
  const degrees = Math.trunc(coordinate);
  return (tsplibPi * (degrees + (5 * (coordinate - degrees)) / 3)) / 180;
}
