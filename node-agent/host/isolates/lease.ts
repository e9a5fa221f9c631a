/** A context in an isolate, lent to one run from its first entry to its end. */
import type { SandboxContext } from '../engine/sandbox-engine.ts';

export interface Lease {
  readonly context: SandboxContext;
  /** Whether the context already holds the run's module, evaluated. */
  readonly isWarm: boolean;
  /**
   * The run is over. `isClean` says that it settled by itself: nothing of it can still run. Any
   * other end leaves microtasks behind that would run in the isolate's next entry, so the isolate
   * is disposed of. `heapBytes` is what the isolate holds now, where that is known.
   */
  giveBack(isClean: boolean, heapBytes?: number): void;
}
