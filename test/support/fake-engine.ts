/**
 * A sandbox engine without an engine: what its guests do is scripted by the test, entry by entry,
 * and what was asked of it is kept.
 */
import type { EntryMode } from '../../node-agent/frames/frame.ts';
import type {
  Entry,
  SandboxContext,
  SandboxEngine,
  SandboxIsolate,
  SliceEnd,
} from '../../node-agent/host/engine/sandbox-engine.ts';

export class FakeEngine implements SandboxEngine {
  readonly v8Version = 'fake';
  readonly isolates: FakeIsolate[] = [];
  /** What each entry comes back with; without it a guest never comes back by itself. */
  onEnter: ((entry: Entry, context: FakeContext) => SliceEnd | undefined) | undefined;
  /** What `collect` answers. */
  onCollect: () => string = () => 'n-';

  createIsolate(memoryBytesMax: number): FakeIsolate {
    const isolate = new FakeIsolate(this, memoryBytesMax);
    this.isolates.push(isolate);
    return isolate;
  }

  get contextCount(): number {
    return this.isolates.reduce((sum, { contexts }) => sum + contexts.length, 0);
  }

  /** The guest that has been entered and has not come back. */
  get guest(): FakeContext | undefined {
    return this.isolates.flatMap(({ contexts }) => contexts).find(({ isEntered }) => isEntered);
  }

  get liveIsolates(): FakeIsolate[] {
    return this.isolates.filter(({ isDisposed }) => !isDisposed);
  }
}

export class FakeIsolate implements SandboxIsolate {
  readonly memoryBytesMax: number;
  readonly contexts: FakeContext[] = [];
  readonly engine: FakeEngine;
  isDisposed = false;
  heapBytes = 1_000;
  /** A guest that `dispose` does not end. */
  isStubborn = false;
  /** Its memory does not suffice for another context. */
  isFull = false;

  constructor(engine: FakeEngine, memoryBytesMax: number) {
    this.engine = engine;
    this.memoryBytesMax = memoryBytesMax;
  }

  createContext(): FakeContext {
    if (this.isFull) {
      this.isDisposed = true;
      throw new Error('Isolate was disposed during execution due to memory limit');
    }
    const context = new FakeContext(this);
    this.contexts.push(context);
    return context;
  }

  checkScript(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  heapUsedBytes(): number {
    return this.heapBytes;
  }

  residentBytes(): number {
    return this.heapBytes;
  }

  dispose(): void {
    this.isDisposed = true;
    if (!this.isStubborn) for (const context of this.contexts) context.comeBack({ name: 'gone' });
  }
}

export class FakeContext implements SandboxContext {
  readonly isolate: FakeIsolate;
  readonly entries: Entry[] = [];
  isReleased = false;
  isWorkedFor = false;
  #comeBack: ((end: SliceEnd) => void) | undefined;

  constructor(isolate: FakeIsolate) {
    this.isolate = isolate;
  }

  enter(mode: EntryMode, entry: Entry): Promise<SliceEnd> | SliceEnd {
    this.entries.push(entry);
    const end = this.isolate.engine.onEnter?.(entry, this);
    if (end && mode === 'SLICE') return end;
    return new Promise((resolve) => {
      if (end) resolve(end);
      else this.#comeBack = resolve;
    });
  }

  get isEntered(): boolean {
    return this.#comeBack !== undefined;
  }

  /** The guest of this context comes back. */
  comeBack(end: SliceEnd): void {
    this.#comeBack?.(end);
    this.#comeBack = undefined;
  }

  collect(): string {
    return this.isolate.engine.onCollect();
  }

  takeLogs(): string {
    return '[]';
  }

  takeBytes(): Uint8Array {
    return new Uint8Array();
  }

  loadModule(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  loadScript(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  isModuleEvaluated(): boolean {
    return true;
  }

  release(): void {
    this.isReleased = true;
  }
}

export function returned(report: string): SliceEnd {
  return { name: 'returned', report };
}
