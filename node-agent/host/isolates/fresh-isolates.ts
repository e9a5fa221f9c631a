/**
 * Contexts for runs that share nothing with any other: each is used once. Making one costs more
 * than most programs take to run, so they are made ahead, while the main thread is idle or waits
 * for a guest, in isolates that no guest is in at that moment.
 *
 * A used context is garbage that V8 collects late, if at all: an isolate is replaced after it
 * has had as many as its memory bears, and at once after a run that has left much behind. What
 * isolates at rest hold is lacking to whoever runs next under the process's memory ceiling.
 */
import type { SandboxContext, SandboxEngine, SandboxIsolate } from '../engine/sandbox-engine.ts';
import type { Lease } from './lease.ts';

const megabyte = 1024 * 1024;
/** About 50 KB of heap stays behind with each context; this keeps that to a small share. */
const bytesPerContext = 1 * megabyte;
/** V8's collector slows down with the contexts it has to mark: 24 ran a quarter faster than 64. */
const contextsPerIsolateMax = 24;
const contextsPerIsolateMin = 4;

/** Contexts and isolates ready for each of the memory classes in use. */
const readyContexts = 4;
const restingIsolates = 2;
const memoryClassesMax = 3;

/** Runs that were parked side by side give back more isolates than are ever used again. */
const restingIsolatesMax = 4;
const restingHeapBytesMax = 16 * megabyte;

interface FreshIsolate {
  readonly isolate: SandboxIsolate;
  readonly ready: SandboxContext[];
  contextsLeft: number;
}

interface ContextInIsolate {
  readonly fresh: FreshIsolate;
  readonly context: SandboxContext;
}

/** Isolates of one memory limit that no run is in. */
interface MemoryClass {
  readonly memoryBytesMax: number;
  readonly resting: FreshIsolate[];
}

export class FreshIsolates {
  readonly #engine: SandboxEngine;
  /** The one used last comes first. */
  readonly #classes: MemoryClass[] = [];
  /** Counts resets: what was lent before one does not come back to rest. */
  #era = 0;

  constructor(engine: SandboxEngine) {
    this.#engine = engine;
  }

  lend(memoryBytesMax: number): Lease {
    const memoryClass = this.#classFor(memoryBytesMax);
    const { resting } = memoryClass;
    const { fresh, context } = takeReady(resting) ?? this.#newContext(memoryBytesMax);
    const era = this.#era;
    return {
      context,
      isWarm: false,
      giveBack: (isClean, heapBytes = 0) => {
        context.release();
        // What V8 keeps for the whole isolate, such as registered symbols, the next run would lack.
        const heapBytesMax = Math.min(restingHeapBytesMax, memoryBytesMax / 2);
        const isLight = heapBytes <= heapBytesMax && resting.length < restingIsolatesMax;
        const isOfUse = isClean && isLight && fresh.contextsLeft + fresh.ready.length > 0;
        const isWelcome = era === this.#era && this.#classes.includes(memoryClass);
        if (isOfUse && isWelcome && !fresh.isolate.isDisposed) resting.push(fresh);
        else fresh.isolate.dispose();
      },
    };
  }

  /** Makes one context ahead; false when there is nothing left to prepare. */
  prepareOne(): boolean {
    for (const { memoryBytesMax, resting } of this.#classes) {
      const ready = resting.reduce((sum, fresh) => sum + fresh.ready.length, 0);
      if (ready >= readyContexts) continue;
      const perIsolate = readyContexts / restingIsolates;
      let fresh = resting.find((one) => one.ready.length < perIsolate && one.contextsLeft > 0);
      if (fresh === undefined && resting.length < restingIsolates) {
        fresh = this.#newIsolate(memoryBytesMax);
        resting.push(fresh);
      }
      if (fresh === undefined) continue;
      const context = tryContext(fresh);
      if (context) fresh.ready.push(context);
      else resting.splice(resting.indexOf(fresh), 1);
      return true;
    }
    return false;
  }

  /** Makes this memory class one that contexts are prepared for. */
  expect(memoryBytesMax: number): void {
    this.#classFor(memoryBytesMax);
  }

  /** Disposes of every isolate that no run is in; those that are lent follow when given back. */
  reset(): void {
    this.#era++;
    for (const memoryClass of this.#classes) disposeAll(memoryClass);
  }

  #newContext(memoryBytesMax: number): ContextInIsolate {
    const fresh = this.#newIsolate(memoryBytesMax);
    return { fresh, context: makeContext(fresh) };
  }

  #newIsolate(memoryBytesMax: number): FreshIsolate {
    const wanted = Math.floor(memoryBytesMax / bytesPerContext);
    return {
      isolate: this.#engine.createIsolate(memoryBytesMax),
      ready: [],
      contextsLeft: Math.min(contextsPerIsolateMax, Math.max(contextsPerIsolateMin, wanted)),
    };
  }

  #classFor(memoryBytesMax: number): MemoryClass {
    const first = this.#classes[0];
    if (first?.memoryBytesMax === memoryBytesMax) return first;
    const index = this.#classes.findIndex((known) => known.memoryBytesMax === memoryBytesMax);
    const [known] = index === -1 ? [] : this.#classes.splice(index, 1);
    const memoryClass = known ?? { memoryBytesMax, resting: [] };
    this.#classes.unshift(memoryClass);
    if (this.#classes.length > memoryClassesMax) {
      const oldest = this.#classes.pop();
      if (oldest) disposeAll(oldest);
    }
    return memoryClass;
  }
}

/** One made ahead if there is any, else one in the first isolate that can still hold it. */
function takeReady(resting: FreshIsolate[]): ContextInIsolate | undefined {
  while (resting.length > 0) {
    const readyAt = resting.findIndex((candidate) => candidate.ready.length > 0);
    const [fresh] = resting.splice(Math.max(0, readyAt), 1);
    const context = fresh && (fresh.ready.pop() ?? tryContext(fresh));
    if (fresh && context) return { fresh, context };
  }
  return undefined;
}

/**
 * Undefined, and the isolate disposed of, when its memory does not suffice: what runs leave to the
 * whole isolate, such as registered symbols, V8 keeps for as long as that lives.
 */
function tryContext(fresh: FreshIsolate): SandboxContext | undefined {
  try {
    return makeContext(fresh);
  } catch {
    fresh.isolate.dispose();
    return undefined;
  }
}

function makeContext(fresh: FreshIsolate): SandboxContext {
  fresh.contextsLeft--;
  return fresh.isolate.createContext();
}

function disposeAll({ resting }: MemoryClass): void {
  for (const { isolate } of resting.splice(0)) isolate.dispose();
}
