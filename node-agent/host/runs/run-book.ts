/** The runs a host has been sent and not yet answered, in the order in which they get the thread. */
import { FrameError } from '../../frames/frame-error.ts';
import { hostBounds } from '../../frames/host-bounds.ts';
import type { GuestRun } from './guest-run.ts';

export class RunBook {
  readonly #runs = new Map<number, GuestRun>();
  #queued: GuestRun[] = [];
  #due: GuestRun[] = [];
  /** Begun and not executing: parked or due. */
  #waitingCount = 0;

  get size(): number {
    return this.#runs.size;
  }

  get(runId: number): GuestRun | undefined {
    return this.#runs.get(runId);
  }

  all(): GuestRun[] {
    return [...this.#runs.values()];
  }

  /** @throws FrameError when the agent sends more runs than was agreed, or one twice. */
  add(run: GuestRun): void {
    if (this.#runs.has(run.runId) || this.#runs.size >= hostBounds.runsMax) {
      throw new FrameError(`Run ${run.runId} could not be queued: ${this.#runs.size} are here`);
    }
    this.#runs.set(run.runId, run);
    this.#queued.push(run);
  }

  remove(run: GuestRun): void {
    this.#runs.delete(run.runId);
    if (run.phase.name === 'parked' || run.phase.name === 'due') this.#waitingCount--;
    if (run.phase.name === 'queued') this.#queued = this.#queued.filter((other) => other !== run);
    if (run.phase.name === 'due') this.#due = this.#due.filter((other) => other !== run);
  }

  /** `run` waits for its timer. */
  parked(): void {
    this.#waitingCount++;
  }

  /** Its timer fired. */
  due(run: GuestRun): void {
    this.#due.push(run);
  }

  /** `run` has the thread and shall have it again before any other. */
  again(run: GuestRun): void {
    this.#waitingCount++;
    this.#due.unshift(run);
  }

  /** The run that shall have the thread now. */
  next(): GuestRun | undefined {
    const due = this.#due.shift();
    if (due) this.#waitingCount--;
    if (due || this.#waitingCount >= hostBounds.parkedRunsMax) return due;
    return this.#queued.shift();
  }
}
