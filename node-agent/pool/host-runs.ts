/** The runs one host was given and has not ended: which, how many of each kind, how heavy. */
import type { HostOccupancy } from './placing-rule.ts';
import type { Placement } from './run.ts';
import type { RunLedger } from './run-ledger.ts';

export class HostRuns implements HostOccupancy {
  threads = 0;
  slices = 0;
  sliceBacklogUs = 0;
  parked = 0;
  readonly #ledger: RunLedger;
  readonly #placements = new Map<number, Placement>();
  /** What its THREAD runs may hold together: those that are parked keep their isolates. */
  #threadBytes = 0;
  /** SLICE runs follow one another, so the largest counts. */
  #sliceBytes = 0;

  constructor(ledger: RunLedger) {
    this.#ledger = ledger;
  }

  get count(): number {
    return this.#placements.size;
  }

  get(runId: number): Placement | undefined {
    return this.#placements.get(runId);
  }

  values(): MapIterator<Placement> {
    return this.#placements.values();
  }

  /** Isolate memory that they may use between them. */
  get memoryBytes(): number {
    return this.#threadBytes + this.#sliceBytes;
  }

  /** The one there is, when there is but one. */
  get sole(): Placement | undefined {
    const [first, second] = this.#placements.values();
    return second ? undefined : first;
  }

  add(placement: Placement): void {
    this.#placements.set(placement.runId, placement);
    this.#ledger.placed(placement.run, placement);
    this.#count(placement, 1);
  }

  remove(placement: Placement): void {
    this.setParked(placement, false);
    this.#placements.delete(placement.runId);
    placement.code.uses--;
    this.#count(placement, -1);
  }

  setParked(placement: Placement, isParked: boolean): void {
    if (placement.isParked === isParked) return;
    placement.isParked = isParked;
    const change = isParked ? 1 : -1;
    this.parked += change;
    if (placement.mode === 'SLICE') this.slices -= change;
    else this.threads -= change;
    if (placement.run.placement === placement) this.#ledger.parkedChanged(isParked);
  }

  /** Nothing executes: those that have said once that they wait do so again, or are about to begin. */
  parkAgain(): void {
    for (const placement of this.#placements.values())
      if (placement.hasParked) this.setParked(placement, true);
  }

  /** For when the host is lost. */
  takeAll(): Placement[] {
    const placements = [...this.#placements.values()];
    this.#placements.clear();
    return placements;
  }

  #count({ mode, run, expectedCpuUs }: Placement, change: 1 | -1): void {
    const { sessionId, limits } = run.execution;
    // The host keeps count of what its sessions may hold, with a run or without.
    const bytes = sessionId === undefined ? limits.memoryBytesMax : 0;
    if (mode === 'SLICE') {
      this.slices += change;
      this.sliceBacklogUs = this.slices === 0 ? 0 : this.sliceBacklogUs + change * expectedCpuUs;
      this.#sliceBytes = this.slices === 0 ? 0 : Math.max(this.#sliceBytes, bytes);
    } else {
      this.threads += change;
      this.#threadBytes += change * bytes;
    }
  }
}
