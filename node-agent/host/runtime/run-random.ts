/** Chance that the web APIs draw from in a deterministic run. Elsewhere they ask the host for it. */
const chance = { __proto__: null, next: undefined as (() => number) | undefined };

export function seedRunRandom(next: () => number): void {
  chance.next = next;
}

/** From 0 up to 1, of the run's seed; undefined when the run has none. */
export function randomNumber(): number | undefined {
  return chance.next?.();
}
