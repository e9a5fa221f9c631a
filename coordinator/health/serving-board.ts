/** Which services are served now, for grpc.health.v1. Whoever watches one hears when that changes. */

export class ServingBoard {
  readonly #isServing = new Map<string, boolean>();
  readonly #watchers = new Map<string, Set<() => void>>();

  /** Undefined for a name that nobody has put on the board. */
  isServing(service: string): boolean | undefined {
    return this.#isServing.get(service);
  }

  /** By name; the server as a whole is ''. */
  get services(): ReadonlyMap<string, boolean> {
    return this.#isServing;
  }

  set(service: string, isServing: boolean): void {
    if (this.#isServing.get(service) === isServing) return;
    this.#isServing.set(service, isServing);
    for (const changed of this.#watchers.get(service) ?? []) changed();
  }

  /** Returns what ends it. The service need not be there yet. */
  watch(service: string, changed: () => void): () => void {
    const watchers = this.#watchers.get(service) ?? new Set();
    this.#watchers.set(service, watchers.add(changed));
    return () => {
      watchers.delete(changed);
      if (watchers.size === 0) this.#watchers.delete(service);
    };
  }
}
