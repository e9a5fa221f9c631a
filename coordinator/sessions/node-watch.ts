/**
 * Tells whoever watches the nodes that something about them is new: at once, where nothing was so just
 * before, and each second of load. Each time all nodes are told of: thousands that come together are
 * told of together.
 */
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { NodeRosterObserver } from './node-roster.ts';

const loadEveryMs = 1_000;
const togetherMs = 100;

export class NodeWatch {
  readonly #clock: Clock;
  readonly #watchers = new Set<() => void>();
  #timer: Timer | undefined;
  /** While it runs what is new waits for its end. */
  #pause: Timer | undefined;
  #hasNews = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get observer(): NodeRosterObserver {
    const tell = (): void => this.#news();
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
      this.#pause?.cancel();
      this.#pause = undefined;
    };
  }

  #tick(): void {
    this.#timer = this.#clock.setTimer(loadEveryMs, () => this.#tick());
    this.#tell();
  }

  #news(): void {
    if (this.#watchers.size === 0) return;
    this.#hasNews = true;
    if (!this.#pause) this.#tell();
  }

  #tell(): void {
    this.#hasNews = false;
    this.#pause?.cancel();
    this.#pause = this.#clock.setTimer(togetherMs, () => {
      this.#pause = undefined;
      if (this.#hasNews) this.#tell();
    });
    for (const changed of this.#watchers) changed();
  }
}
