/**
 * What the host needs of a JavaScript engine, and no more: isolates with a memory limit,
 * contexts that hold the guest runtime, and ways to enter them. isolated-vm-engine.ts is the one
 * implementation; nothing else knows which engine it is.
 *
 * An isolate that guest code is running in may be disposed of and asked nothing else: any other
 * call would wait for the guest.
 */

import type { Determinism } from '../../../shared/execution/determinism.ts';
import type { HostCallReply } from '../../../shared/execution/host-call.ts';
import type { Limits } from '../../../shared/execution/limits.ts';
import type { GuestError } from '../../../shared/execution/outcome.ts';
import type { Input } from '../../../shared/execution/payload.ts';
import type { FetchReply } from '../../frames/fetch-call.ts';
import type { EntryMode } from '../../frames/frame.ts';
import type { EmitLog } from '../runtime/runtime-protocol.ts';

export interface SandboxEngine {
  readonly v8Version: string;
  createIsolate(memoryBytesMax: number): SandboxIsolate;
}

export interface SandboxIsolate {
  readonly memoryBytesMax: number;
  /** True after `dispose`, and when the engine ended the isolate for its memory. */
  readonly isDisposed: boolean;
  createContext(): SandboxContext;
  /** Reads the text as a script without running it. */
  checkScript(source: string, fileName: string): Promise<GuestError | undefined>;
  /** 0 when it is disposed of, or ends by being asked: one that is full may. */
  heapUsedBytes(): number;
  /** What it takes of the process's memory, garbage and room for more included; else the same. */
  residentBytes(): number;
  /** At any time, also while guest code runs in it: that ends. Idempotent. */
  dispose(): void;
}

/** A global scope of its own, with the guest runtime in it. */
export interface SandboxContext {
  readonly isolate: SandboxIsolate;
  /** The host makes something for its guest that cannot be broken off, should the run end. */
  readonly isWorkedFor: boolean;
  /** Enters guest code: off this thread in mode THREAD, on it in mode SLICE. */
  enter(mode: EntryMode, entry: Entry, runMs: number): Promise<SliceEnd> | SliceEnd;
  /** The report as it is now that microtasks have run; no guest code runs. */
  collect(runMs: number): string;
  /** The log lines kept in mode SLICE, as JSON. */
  takeLogs(runMs: number): string;
  /** The result that the report has said to be bytes. */
  takeBytes(runMs: number): Uint8Array;
  /**
   * Reads and links a module with all that it imports; it is what `evaluate-module` evaluates.
   * Linking may take as long as running, on another thread: `dispose` is then as good as ever.
   * With `demand`, what has no default export is refused.
   */
  loadModule(graph: ModuleGraph, demand?: 'default-export'): Promise<GuestError | undefined>;
  /** Reads a script for `evaluate-script`. */
  loadScript(source: string, fileName: string): Promise<GuestError | undefined>;
  /** Whether the module's top level has run to its end. */
  isModuleEvaluated(): boolean;
  /** The context will not be used again; its isolate may be. */
  release(): void;
}

/** A module's text. One object stands for one module. */
export interface ModuleText {
  /** What imports resolve it by. */
  readonly path: string;
  /** In stacks. */
  readonly fileName: string;
  readonly source: string;
  /** Not the guest's code but ours: it exports data, imports nothing, and runs when it is loaded. */
  readonly isData: boolean;
}

/** A module and what can be reached from it. */
export interface ModuleGraph {
  readonly main: ModuleText;
  /** What an import names. */
  find(specifier: string, importer: ModuleText): Found;
}

export type Found = { readonly text: ModuleText } | { readonly error: GuestError };

/** A way into guest code. The first entry of a run brings `begins`. */
export type Entry =
  | {
      readonly name: 'run-script';
      readonly source: string;
      readonly input: Input;
      readonly begins: RunBegin;
    }
  | { readonly name: 'evaluate-module'; readonly begins: RunBegin }
  /**
   * Runs the loaded script as the next one of its context: what it declares at its top level, `let`
   * and `const` too, is there for those after it. Off this thread in either mode.
   */
  | {
      readonly name: 'evaluate-script';
      readonly input: Input;
      readonly begins: RunBegin;
    }
  | {
      readonly name: 'call-default';
      readonly input: Input;
      readonly begins: RunBegin | undefined;
    }
  | { readonly name: 'tick' }
  /** What the guest has thrown is looked at, which may run its code. */
  | { readonly name: 'describe' }
  | { readonly name: 'reply'; readonly reply: HostCallReply }
  | { readonly name: 'fetch-reply'; readonly reply: FetchReply };

export interface RunBegin {
  readonly limits: Limits;
  /** Takes log lines as they are written; without it they are kept. */
  readonly emit: EmitLog | undefined;
  /** Set for a deterministic run; its context has no other. */
  readonly determinism?: Determinism;
  /** What it may call. */
  readonly toolNames?: readonly string[];
}

/** How guest code came back. */
export type SliceEnd =
  | { readonly name: 'returned'; readonly report: string }
  /** Something was thrown past the runtime: an unhandled rejection, or a module's top level. */
  | { readonly name: 'escaped'; readonly error: GuestError }
  /** The isolate is no more. */
  | { readonly name: 'gone' };
