/**
 * Isolates that hold an evaluated module between its runs, state and all, as POOLED asks. One
 * isolate has one run at a time; several runs of one code at a time have an isolate each. Those
 * at rest are bounded in number and in what they hold together, for the process has a memory
 * ceiling and a run must not die of what others keep; the one used longest ago goes first.
 */
import type { SandboxContext, SandboxEngine } from '../engine/sandbox-engine.ts';
import type { Lease } from './lease.ts';

const restingMax = 16;
const restingBytesMax = 96 * 1024 * 1024;
/** What a short run has left is not known, and asking each time would cost as much as the run. */
const runsPerAsking = 16;

interface WarmContext {
  readonly codeId: number;
  readonly memoryBytesMax: number;
  readonly context: SandboxContext;
  /** When it was last known. */
  heapBytes: number;
  runs: number;
}

export class WarmIsolates {
  readonly #engine: SandboxEngine;
  /** The one used longest ago comes first. */
  readonly #resting: WarmContext[] = [];
  readonly #lent = new Set<WarmContext>();

  constructor(engine: SandboxEngine) {
    this.#engine = engine;
  }

  /** A context that holds the code's module already, or a new one that has yet to load it. */
  lend(codeId: number, memoryBytesMax: number): Lease {
    const index = this.#resting.findLastIndex(
      (warm) => warm.codeId === codeId && warm.memoryBytesMax === memoryBytesMax,
    );
    const [found] = index === -1 ? [] : this.#resting.splice(index, 1);
    const warm = found ?? this.#newContext(codeId, memoryBytesMax);
    this.#lent.add(warm);
    return {
      context: warm.context,
      isWarm: found !== undefined,
      giveBack: (isClean, heapBytes) => this.#takeBack(warm, isClean, heapBytes),
    };
  }

  dropCode(codeId: number): void {
    for (const warm of this.#resting.filter((candidate) => candidate.codeId === codeId)) {
      this.#resting.splice(this.#resting.indexOf(warm), 1);
      warm.context.isolate.dispose();
    }
    for (const warm of this.#lent) if (warm.codeId === codeId) this.#lent.delete(warm);
  }

  /** Disposes of every isolate that no run is in; those that are lent follow when given back. */
  reset(): void {
    for (const { context } of this.#resting.splice(0)) context.isolate.dispose();
    this.#lent.clear();
  }

  /** One that is no longer known as lent was dropped or reset meanwhile. */
  #takeBack(warm: WarmContext, isClean: boolean, heapBytes: number | undefined): void {
    const { isolate } = warm.context;
    if (!this.#lent.delete(warm) || !isClean || isolate.isDisposed) {
      isolate.dispose();
      return;
    }
    if (heapBytes !== undefined) warm.heapBytes = heapBytes;
    else if (warm.runs % runsPerAsking === 0) warm.heapBytes = isolate.heapUsedBytes();
    if (isolate.isDisposed) return;
    warm.runs++;
    this.#resting.push(warm);
    this.#makeRoom();
  }

  #makeRoom(): void {
    let bytes = this.#resting.reduce((sum, { heapBytes }) => sum + heapBytes, 0);
    while (this.#resting.length > restingMax || bytes > restingBytesMax) {
      const oldest = this.#resting.shift();
      if (oldest === undefined) return;
      bytes -= oldest.heapBytes;
      oldest.context.isolate.dispose();
    }
  }

  #newContext(codeId: number, memoryBytesMax: number): WarmContext {
    const context = this.#engine.createIsolate(memoryBytesMax).createContext();
    return { codeId, memoryBytesMax, context, heapBytes: 0, runs: 0 };
  }
}
