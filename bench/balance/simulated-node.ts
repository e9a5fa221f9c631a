/** A node with some workers and a line of runs before them. It says how busy it is once a second. */
import type { Clock } from '../../shared/time/clock.ts';
import { BenchNode, idleLoad } from '../support/bench-node.ts';

interface Parts {
  readonly workers: number;
  /** How many times longer everything takes here. */
  readonly slowness: number;
  readonly clock: Clock;
}

interface WaitingRun {
  readonly serviceMs: number;
  readonly ended: () => void;
}

export class SimulatedNode extends BenchNode {
  readonly #parts: Parts;
  readonly #line: WaitingRun[] = [];
  /** Of the line, those that have begun. */
  #begun = 0;
  #busy = 0;
  #runsEnded = 0;
  /** Of all workers, up to `#busyUntilMs`. */
  #busyMs = 0;
  #busyUntilMs = 0;

  constructor(nodeId: string, parts: Parts) {
    super(nodeId);
    this.#parts = parts;
  }

  start(run: WaitingRun): void {
    this.runsOutstanding++;
    if (this.#busy < this.#parts.workers) this.#begin(run);
    else this.#line.push(run);
  }

  /** What a heartbeat would say; `sinceMs` is how long ago the last one was. */
  report(sinceMs: number): void {
    this.#countBusy();
    const cpuPermille = Math.round((1_000 * this.#busyMs) / (sinceMs * this.#parts.workers));
    this.#busyMs = 0;
    this.load = { ...idleLoad, cpuPermille, runsEnded: this.#runsEnded };
  }

  #countBusy(): void {
    const nowMs = this.#parts.clock.nowMs();
    this.#busyMs += this.#busy * (nowMs - this.#busyUntilMs);
    this.#busyUntilMs = nowMs;
  }

  #begin({ serviceMs, ended }: WaitingRun): void {
    this.#countBusy();
    this.#busy++;
    this.#parts.clock.setTimer(serviceMs * this.#parts.slowness, () => {
      this.#countBusy();
      this.#busy--;
      this.#runsEnded++;
      this.runsOutstanding--;
      this.#beginNext();
      ended();
    });
  }

  #beginNext(): void {
    const next = this.#line[this.#begun];
    if (!next) return;
    this.#begun++;
    if (this.#begun > 1_000 && this.#begun * 2 > this.#line.length) {
      this.#line.splice(0, this.#begun);
      this.#begun = 0;
    }
    this.#begin(next);
  }
}
