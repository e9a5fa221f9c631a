/** A node with some workers and a line of runs before them. */
import { BenchNode } from '../support/bench-node.ts';

interface Parts {
  readonly workers: number;
  /** How many times longer everything takes here. */
  readonly slowness: number;
  /** Calls back after so long. */
  readonly after: (delayMs: number, ended: () => void) => void;
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

  constructor(nodeId: string, parts: Parts) {
    super(nodeId);
    this.#parts = parts;
  }

  start(run: WaitingRun): void {
    this.runsOutstanding++;
    if (this.#busy < this.#parts.workers) this.#begin(run);
    else this.#line.push(run);
  }

  #begin({ serviceMs, ended }: WaitingRun): void {
    this.#busy++;
    this.#parts.after(serviceMs * this.#parts.slowness, () => {
      this.#busy--;
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
