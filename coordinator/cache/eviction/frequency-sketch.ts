/**
 * How often keys were asked for of late, in a few bytes for each that a store holds: a count-min
 * sketch of small counters that are halved now and then (Einziger, Friedman and Manes, "TinyLFU",
 * ACM ToS 2017).
 */
const rows = 4;
const countMax = 15;
/** Counters are halved after so many counts for each key that is expected. */
const countsPerKey = 10;
const columnsMin = 64;
const columnsMax = 2 ** 22;
/** An odd number for each row, so that keys that meet in one are apart in the others. */
const rowSeeds = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;

export class FrequencySketch {
  readonly #columnMask: number;
  readonly #columns: number;
  readonly #counts: Uint8Array;
  readonly #countsUntilHalved: number;
  #counted = 0;

  constructor(keysExpected: number) {
    let columns = columnsMin;
    while (columns < keysExpected && columns < columnsMax) columns *= 2;
    this.#columns = columns;
    this.#columnMask = columns - 1;
    this.#counts = new Uint8Array(columns * rows);
    this.#countsUntilHalved = countsPerKey * Math.max(keysExpected, columnsMin);
  }

  count(hash: number): void {
    const counts = this.#counts;
    let wasCounted = false;
    for (let row = 0; row < rows; row++) {
      const at = this.#place(hash, row);
      const value = counts[at] as number;
      if (value === countMax) continue;
      counts[at] = value + 1;
      wasCounted = true;
    }
    if (wasCounted && ++this.#counted >= this.#countsUntilHalved) this.#halve();
  }

  /** At most 15. */
  estimate(hash: number): number {
    let least = countMax;
    for (let row = 0; row < rows; row++)
      least = Math.min(least, this.#counts[this.#place(hash, row)] as number);
    return least;
  }

  #place(hash: number, row: number): number {
    let mixed = Math.imul(hash ^ (hash >>> 16), rowSeeds[row] as number);
    mixed ^= mixed >>> 15;
    return row * this.#columns + (mixed & this.#columnMask);
  }

  #halve(): void {
    const counts = this.#counts;
    for (let at = 0; at < counts.length; at++) counts[at] = (counts[at] as number) >>> 1;
    this.#counted >>>= 1;
  }
}

/** 32 bits of a key (FNV-1a, then the finish of MurmurHash3). */
export function hashOfKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
