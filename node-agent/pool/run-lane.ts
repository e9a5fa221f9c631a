/** Runs that wait, first come, first served; any of them may leave. Linked, so nothing is copied. */
import type { Run, WaitsIn } from './run.ts';

export class RunLane implements WaitsIn {
  #first: Run | undefined;
  #last: Run | undefined;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get first(): Run | undefined {
    return this.#first;
  }

  push(run: Run): void {
    run.before = this.#last;
    run.after = undefined;
    if (this.#last) this.#last.after = run;
    else this.#first = run;
    this.#last = run;
    run.lane = this;
    this.#count++;
  }

  pushFront(run: Run): void {
    run.before = undefined;
    run.after = this.#first;
    if (this.#first) this.#first.before = run;
    else this.#last = run;
    this.#first = run;
    run.lane = this;
    this.#count++;
  }

  /** `run` must be here. */
  remove(run: Run): void {
    if (run.before) run.before.after = run.after;
    else this.#first = run.after;
    if (run.after) run.after.before = run.before;
    else this.#last = run.before;
    run.before = undefined;
    run.after = undefined;
    run.lane = undefined;
    this.#count--;
  }

  /** Each in turn; the one that is given may be removed meanwhile. */
  *[Symbol.iterator](): Generator<Run> {
    for (let run = this.#first; run; ) {
      const next = run.after;
      yield run;
      run = next;
    }
  }
}
