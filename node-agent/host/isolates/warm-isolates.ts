/**
 * Isolates that hold an evaluated module between its runs, state and all, as POOLED asks. One
 * isolate has one run at a time; several runs of one code at a time have an isolate each.
 *
 * How many rest is a matter of memory, for the process has a ceiling and a run must not die of
 * what others keep. For each code the agent raises that ceiling by what one light isolate takes
 * (frames/host-bounds.ts) and it has as many codes here as there is memory for; so one isolate a
 * code may stay until the agent drops the code. What is beyond that, the weight of heavy isolates
 * and further isolates of one code, must do with what every process has; there, the one used
 * longest ago goes first.
 */
import { hostBounds } from '../../frames/host-bounds.ts';
import type { SandboxContext, SandboxEngine } from '../engine/sandbox-engine.ts';
import type { Lease } from './lease.ts';

/** Isolates at rest beyond one for each code. */
const furtherMax = 16;
/** What a short run has left is not known, and asking each time would cost as much as the run. */
const runsPerAsking = 16;

interface WarmContext {
  readonly codeId: number;
  readonly memoryBytesMax: number;
  readonly context: SandboxContext;
  /** Above what a code has for itself, when it was last known. */
  excessBytes: number;
  runs: number;
}

export class WarmIsolates {
  readonly #engine: SandboxEngine;
  /** By code; the code, and of its isolates the one, used longest ago comes first. */
  readonly #resting = new Map<number, WarmContext[]>();
  #restingCount = 0;
  #restingExcessBytes = 0;
  readonly #lent = new Set<WarmContext>();

  constructor(engine: SandboxEngine) {
    this.#engine = engine;
  }

  /** A context that holds the code's module already, or a new one that has yet to load it. */
  lend(codeId: number, memoryBytesMax: number): Lease {
    const found = this.#resting
      .get(codeId)
      ?.findLast((candidate) => candidate.memoryBytesMax === memoryBytesMax);
    if (found) this.#remove(found);
    const warm = found ?? this.#newContext(codeId, memoryBytesMax);
    this.#lent.add(warm);
    return {
      context: warm.context,
      isWarm: found !== undefined,
      giveBack: (isClean, heapBytes) => this.#takeBack(warm, isClean, heapBytes),
    };
  }

  dropCode(codeId: number): void {
    for (const warm of [...(this.#resting.get(codeId) ?? [])]) this.#dispose(warm);
    for (const warm of this.#lent) if (warm.codeId === codeId) this.#lent.delete(warm);
  }

  /** Disposes of every isolate that no run is in; those that are lent follow when given back. */
  reset(): void {
    for (const warm of [...this.#resting.values()].flat()) this.#dispose(warm);
    this.#lent.clear();
  }

  /** One that is no longer known as lent was dropped or reset meanwhile. */
  #takeBack(warm: WarmContext, isClean: boolean, heapBytes: number | undefined): void {
    const { isolate } = warm.context;
    if (!this.#lent.delete(warm) || !isClean || isolate.isDisposed) {
      isolate.dispose();
      return;
    }
    if (heapBytes !== undefined || warm.runs % runsPerAsking === 0) {
      warm.excessBytes = Math.max(0, isolate.residentBytes() - hostBounds.warmBytesPerCode);
      if (isolate.isDisposed) return;
    }
    warm.runs++;
    this.#add(warm);
    this.#makeRoom();
  }

  #makeRoom(): void {
    while (this.#restingExcessBytes > hostBounds.warmExcessBytesMax)
      this.#disposeOldest((warm) => warm.excessBytes > 0);
    while (this.#restingCount - this.#resting.size > furtherMax)
      this.#disposeOldest(({ codeId }) => (this.#resting.get(codeId)?.length ?? 0) > 1);
  }

  #disposeOldest(isOneThatMayGo: (warm: WarmContext) => boolean): void {
    for (const ofCode of this.#resting.values()) {
      const oldest = ofCode.find(isOneThatMayGo);
      if (oldest) return this.#dispose(oldest);
    }
  }

  #dispose(warm: WarmContext): void {
    this.#remove(warm);
    warm.context.isolate.dispose();
  }

  #add(warm: WarmContext): void {
    const ofCode = this.#resting.get(warm.codeId) ?? [];
    ofCode.push(warm);
    // Last in the order of use.
    this.#resting.delete(warm.codeId);
    this.#resting.set(warm.codeId, ofCode);
    this.#restingCount++;
    this.#restingExcessBytes += warm.excessBytes;
  }

  #remove(warm: WarmContext): void {
    const ofCode = this.#resting.get(warm.codeId) ?? [];
    ofCode.splice(ofCode.indexOf(warm), 1);
    if (ofCode.length === 0) this.#resting.delete(warm.codeId);
    this.#restingCount--;
    this.#restingExcessBytes -= warm.excessBytes;
  }

  #newContext(codeId: number, memoryBytesMax: number): WarmContext {
    const context = this.#engine.createIsolate(memoryBytesMax).createContext();
    return { codeId, memoryBytesMax, context, excessBytes: 0, runs: 0 };
  }
}
