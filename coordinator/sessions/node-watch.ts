/** Tells whoever watches the nodes that something about them is new: at once, and each second of load. */
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { NodeRosterObserver } from './node-roster.ts';

const loadEveryMs = 1_000;

export class NodeWatch {
  readonly #clock: Clock;
  readonly #watchers = new Set<() => void>();
  #timer: Timer | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get observer(): NodeRosterObserver {
    const tell = (): void => this.#tell();
    return {
      joined: tell,
      steered: tell,
      draining: tell,
      suspected: tell,
      trusted: tell,
      left: tell,
    };
  }

  /** Returns what ends it. */
  add(changed: () => void): () => void {
    this.#watchers.add(changed);
    this.#timer ??= this.#clock.setTimer(loadEveryMs, () => this.#tick());
    return () => {
      this.#watchers.delete(changed);
      if (this.#watchers.size > 0) return;
      this.#timer?.cancel();
      this.#timer = undefined;
    };
  }

  #tick(): void {
    this.#timer = this.#clock.setTimer(loadEveryMs, () => this.#tick());
    this.#tell();
  }

  #tell(): void {
    for (const changed of this.#watchers) changed();
  }
}
