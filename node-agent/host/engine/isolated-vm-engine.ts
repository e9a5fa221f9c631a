/**
 * The sandbox engine on isolated-vm: the one file that imports it.
 *
 * What crosses from a guest is one primitive string a call, or a buffer that the runtime has made,
 * whose length was looked at inside.
 * The exception is what isolated-vm itself throws: for an unhandled rejection and for a module
 * whose top level throws it reads the guest's error. Reading a hostile one may never end; the
 * host's watch, or the agent's, then does.
 */
import ivm from 'isolated-vm';
import type { HostCallReply } from '../../../shared/execution/host-call.ts';
import type { GuestError } from '../../../shared/execution/outcome.ts';
import type { Input } from '../../../shared/execution/payload.ts';
import type { FetchReply } from '../../frames/fetch-call.ts';
import type { EntryMode } from '../../frames/frame.ts';
import { type GuestFeature, guestFeatureBits } from '../../frames/guest-features.ts';
import { writeResponseHead } from '../runtime/fetch-texts.ts';
import { operations, reports, runtimeFileName } from '../runtime/runtime-protocol.ts';
import type { ContextServices, MakeServices } from '../services/host-services.ts';
import {
  type Compiled,
  type CompiledGraph,
  compileGraph,
  type ModuleCompiler,
} from './compile-graph.ts';
import { escapedError } from './escaped-error.ts';
import type {
  Entry,
  ModuleGraph,
  ModuleText,
  RunBegin,
  SandboxContext,
  SandboxEngine,
  SandboxIsolate,
  SliceEnd,
} from './sandbox-engine.ts';

const megabyte = 1024 * 1024;
/** isolated-vm's own floor. */
const memoryMegabytesMin = 8;
/** A source up to this is read on the main thread: it takes less than handing it over. */
const readAtOnceCharsMax = 256 * 1024;

const pending: SliceEnd = { name: 'returned', report: '' };
const gone: SliceEnd = { name: 'gone' };

/** `runtimeSource` is the text of generated/guest-runtime.js; `services` are for the web APIs. */
export function isolatedVmEngine(
  runtimeSource: string,
  features: readonly GuestFeature[],
  services: MakeServices,
): SandboxEngine {
  const featureBits = guestFeatureBits(features);
  let runtimeCode: ivm.ExternalCopy<ArrayBuffer> | undefined;
  return {
    v8Version: process.versions.v8,
    createIsolate(memoryBytesMax) {
      const memoryLimit = Math.max(memoryMegabytesMin, Math.ceil(memoryBytesMax / megabyte));
      const isolate = new ivm.Isolate({ memoryLimit });
      const filename = runtimeFileName;
      const runtime = runtimeCode
        ? isolate.compileScriptSync(runtimeSource, { filename, cachedData: runtimeCode })
        : isolate.compileScriptSync(runtimeSource, { filename, produceCachedData: true });
      // Made by this process from its own text, and kept in it.
      runtimeCode ??= (runtime as ivm.CachedDataResult).cachedData;
      return new IsolatedVmIsolate(isolate, runtime, featureBits, services, memoryBytesMax);
    },
  };
}

class IsolatedVmIsolate implements SandboxIsolate {
  readonly memoryBytesMax: number;
  readonly #isolate: ivm.Isolate;
  readonly #runtime: ivm.Script;
  readonly #featureBits: number;
  readonly #services: MakeServices;

  constructor(
    isolate: ivm.Isolate,
    runtime: ivm.Script,
    featureBits: number,
    services: MakeServices,
    memoryBytesMax: number,
  ) {
    this.#isolate = isolate;
    this.#runtime = runtime;
    this.#featureBits = featureBits;
    this.#services = services;
    this.memoryBytesMax = memoryBytesMax;
  }

  get isDisposed(): boolean {
    return this.#isolate.isDisposed;
  }

  createContext(): SandboxContext {
    const context = this.#isolate.createContextSync();
    const dispatch = this.#runtime.runSync(context, { reference: true });
    const services = this.#services();
    const call = new ivm.Callback(services.call);
    dispatch.applySync(undefined, [operations.offer, 0, this.#featureBits, call]);
    return new IsolatedVmContext(this, this.#isolate, context, dispatch, services);
  }

  async checkScript(source: string, fileName: string): Promise<GuestError | undefined> {
    try {
      const options = { filename: fileName };
      const script =
        source.length <= readAtOnceCharsMax
          ? this.#isolate.compileScriptSync(source, options)
          : await this.#isolate.compileScript(source, options);
      script.release();
      return undefined;
    } catch (error) {
      return escapedError(error);
    }
  }

  heapUsedBytes(): number {
    const statistics = this.#statistics();
    return statistics ? statistics.used_heap_size + statistics.externally_allocated_size : 0;
  }

  residentBytes(): number {
    const statistics = this.#statistics();
    if (!statistics) return 0;
    const { total_physical_size, malloced_memory, externally_allocated_size } = statistics;
    return total_physical_size + malloced_memory + externally_allocated_size;
  }

  #statistics(): ivm.HeapStatistics | undefined {
    try {
      return this.#isolate.getHeapStatisticsSync();
    } catch (error) {
      // One whose memory is all but used up may be ended by the mere question.
      if (this.#isolate.isDisposed) return undefined;
      throw error;
    }
  }

  dispose(): void {
    if (!this.#isolate.isDisposed) this.#isolate.dispose();
  }
}

class IsolatedVmContext implements SandboxContext {
  readonly isolate: SandboxIsolate;
  readonly #isolate: ivm.Isolate;
  readonly #context: ivm.Context;
  readonly #dispatch: ivm.Reference;
  readonly #services: ContextServices;
  #module: LoadedModule | undefined;
  #script: ivm.Script | undefined;
  /** Guest code has been here: nothing of the language need be as it was. */
  #isEntered = false;

  constructor(
    owner: SandboxIsolate,
    isolate: ivm.Isolate,
    context: ivm.Context,
    dispatch: ivm.Reference,
    services: ContextServices,
  ) {
    this.isolate = owner;
    this.#isolate = isolate;
    this.#context = context;
    this.#dispatch = dispatch;
    this.#services = services;
  }

  get isWorkedFor(): boolean {
    return this.#services.isAtWork;
  }

  enter(mode: EntryMode, entry: Entry, runMs: number): Promise<SliceEnd> | SliceEnd {
    this.#isEntered = true;
    if (entry.name === 'evaluate-script') return this.#evaluateScript(entry, runMs);
    return mode === 'THREAD' ? this.#enterThread(entry, runMs) : this.#enterSlice(entry, runMs);
  }

  /** The value stays inside: what is handed back in is a reference to it. */
  async #evaluateScript({ input, begins }: EvaluateScript, runMs: number): Promise<SliceEnd> {
    try {
      const args = [operations.giveInput, runMs, undefined, inputArg(input), ...beginArgs(begins)];
      const report = (await this.#dispatch.apply(undefined, args)) as unknown as string;
      if (report[0] !== reports.pending) return { name: 'returned', report };
      const value = await this.#script?.run(this.#context, { reference: true, release: true });
      const settled: unknown = await this.#dispatch.apply(undefined, [
        operations.settle,
        runMs,
        value?.derefInto({ release: true }),
      ]);
      return { name: 'returned', report: settled as string };
    } catch (error) {
      return this.#failure(error);
    }
  }

  async #enterThread(entry: OtherEntry, runMs: number): Promise<SliceEnd> {
    try {
      if (entry.name === 'evaluate-module') {
        this.#begin(entry.begins, runMs);
        await this.#module?.watcher.evaluate();
        return pending;
      }
      const report: unknown = await this.#dispatch.apply(undefined, this.#entryArgs(entry, runMs));
      return { name: 'returned', report: report as string };
    } catch (error) {
      return this.#failure(error);
    }
  }

  #enterSlice(entry: OtherEntry, runMs: number): SliceEnd {
    try {
      if (entry.name === 'evaluate-module') {
        this.#begin(entry.begins, runMs);
        this.#module?.watcher.evaluateSync();
        return pending;
      }
      const report = this.#dispatch.applySync(undefined, this.#entryArgs(entry, runMs)) as unknown;
      return { name: 'returned', report: report as string };
    } catch (error) {
      return this.#failure(error);
    }
  }

  #failure(error: unknown): SliceEnd {
    return this.#isolate.isDisposed ? gone : { name: 'escaped', error: escapedError(error) };
  }

  #begin(begins: RunBegin, runMs: number): void {
    const args = [operations.begin, runMs, undefined, undefined, ...beginArgs(begins)];
    this.#dispatch.applySync(undefined, args);
  }

  #entryArgs(entry: Exclude<OtherEntry, { name: 'evaluate-module' }>, runMs: number): Argument[] {
    switch (entry.name) {
      case 'tick':
        return [operations.tick, runMs];
      case 'describe':
        return [operations.describe, runMs];
      case 'reply':
        return replyArgs(entry.reply, runMs);
      case 'fetch-reply':
        return fetchReplyArgs(entry.reply, runMs);
      case 'run-script':
        return [
          operations.runScript,
          runMs,
          entry.source,
          inputArg(entry.input),
          ...beginArgs(entry.begins),
        ];
      case 'call-default':
        return [
          operations.callDefault,
          runMs,
          this.#module?.takeNamespace(),
          inputArg(entry.input),
          ...(entry.begins === undefined ? [] : beginArgs(entry.begins)),
        ];
    }
  }

  collect(runMs: number): string {
    return this.#dispatch.applySync(undefined, [operations.collect, runMs]) as unknown as string;
  }

  takeLogs(runMs: number): string {
    return this.#dispatch.applySync(undefined, [operations.takeLogs, runMs]) as unknown as string;
  }

  takeBytes(runMs: number): Uint8Array {
    const buffer: unknown = this.#dispatch.applySync(undefined, [operations.takeBytes, runMs], {
      result: { copy: true },
    });
    return buffer instanceof ArrayBuffer ? new Uint8Array(buffer) : new Uint8Array();
  }

  async loadScript(source: string, fileName: string): Promise<GuestError | undefined> {
    try {
      const options = { filename: fileName };
      this.#script =
        source.length <= readAtOnceCharsMax
          ? this.#isolate.compileScriptSync(source, options)
          : await this.#isolate.compileScript(source, options);
      return undefined;
    } catch (error) {
      return escapedError(error);
    }
  }

  async loadModule(graph: ModuleGraph, demand?: 'default-export'): Promise<GuestError | undefined> {
    try {
      const compiled = await compileGraph(graph, this.#compiler());
      if ('error' in compiled) return compiled.error;
      // Of a session, whose context outlives its modules.
      this.#module?.release();
      this.#module = await LoadedModule.link(
        this.#isolate,
        this.#context,
        compiled,
        demand ? demandingWatcher : usualWatcher,
      );
      return undefined;
    } catch (error) {
      return escapedError(error);
    }
  }

  #compiler(): ModuleCompiler<ivm.Module> {
    let charsRead = 0;
    return {
      specifiersOf: (module) => module.dependencySpecifiers,
      compile: (text) => {
        const { source, fileName: filename } = text;
        charsRead += source.length;
        if (charsRead > readAtOnceCharsMax)
          return this.#isolate
            .compileModule(source, { filename })
            .then((module) => this.#withData(text, module));
        return this.#withData(text, this.#isolate.compileModuleSync(source, { filename }));
      },
    };
  }

  /**
   * Data is read before the guest can change what it is read with. In a session it may have done so,
   * and reading runs its code: not on this thread, then.
   */
  #withData(text: ModuleText, module: ivm.Module): MaybeLater<Compiled<ivm.Module>> {
    if (!text.isData) return { module };
    try {
      module.instantiateSync(this.#context, () => module);
      if (this.#isEntered)
        return module.evaluate().then(
          () => ({ module }),
          (error: unknown) => unreadable(text, error),
        );
      module.evaluateSync();
      return { module };
    } catch (error) {
      return unreadable(text, error);
    }
  }

  isModuleEvaluated(): boolean {
    return this.#module?.isEvaluated() === true;
  }

  release(): void {
    if (this.#isolate.isDisposed) return;
    this.#module?.release();
    this.#dispatch.release();
    this.#context.release();
  }
}

type MaybeLater<Value> = Value | Promise<Value>;

function unreadable({ fileName }: ModuleText, thrown: unknown): { readonly error: GuestError } {
  const { name, message } = escapedError(thrown);
  return { error: { name, message: `Could not read ${fileName}: ${message}`, stack: '' } };
}

type EvaluateScript = Extract<Entry, { name: 'evaluate-script' }>;
type OtherEntry = Exclude<Entry, EvaluateScript>;

type Argument = ivm.Transferable | ivm.Dereference<unknown> | ivm.Copy<unknown>;

/** In the order of the runtime's `dispatch`. */
function beginArgs({ limits, emit, determinism, toolNames }: RunBegin): Argument[] {
  return [
    limits.resultBytesMax,
    limits.logLinesMax,
    limits.logBytesMax,
    limits.logLineBytesMax,
    limits.timersMax,
    emit && new ivm.Callback(emit, { ignored: true }),
    determinism?.seed,
    determinism?.startEpochMs,
    toolNames?.join(' '),
    limits.hostCallsMax,
    limits.hostCallsInFlightMax,
  ];
}

/** The body goes as bytes, of which the context gets a copy of its own. */
function fetchReplyArgs({ callId, result }: FetchReply, runMs: number): Argument[] {
  if (result.name === 'failed')
    return [operations.rejectFetch, runMs, callId, `${result.code} ${result.message}`];
  const { body, ...head } = result.response;
  const reply = new ivm.ExternalCopy({ head: writeResponseHead(head), body });
  return [operations.resolveFetch, runMs, callId, reply.copyInto({ release: true })];
}

/** Bytes are handed over, not copied again: nobody here needs them any more. */
function inputArg({ inputJson, inputBytes }: Input): Argument | undefined {
  if (inputBytes === undefined) return inputJson;
  return new ivm.ExternalCopy(inputBytes).copyInto({ release: true, transferIn: true });
}

function replyArgs({ callId, result }: HostCallReply, runMs: number): Argument[] {
  return result.name === 'returned'
    ? [operations.resolveCall, runMs, callId, result.resultJson]
    : [operations.rejectCall, runMs, callId, JSON.stringify(result.error)];
}

const usualWatcher = "export * as guest from 'guest'; export const isEvaluated = true;";
/** It is not linked where there is no default export. */
const demandingWatcher = `${usualWatcher} export { default } from 'guest';`;

/**
 * A module and the one that watches it. Evaluating a module returns nothing both when its top
 * level has run and when it awaits; the watcher imports it, so that the watcher's own first
 * statement runs when the module's last one has.
 */
class LoadedModule {
  readonly watcher: ivm.Module;
  readonly #guests: readonly ivm.Module[];
  #isNamespaceTaken = false;

  private constructor(guests: readonly ivm.Module[], watcher: ivm.Module) {
    this.#guests = guests;
    this.watcher = watcher;
  }

  static async link(
    isolate: ivm.Isolate,
    context: ivm.Context,
    { main, modules, imports }: CompiledGraph<ivm.Module>,
    watcherSource: string,
  ): Promise<LoadedModule> {
    const watcher = isolate.compileModuleSync(watcherSource, {
      filename: runtimeFileName,
    });
    const find = (specifier: string, importer: ivm.Module): ivm.Module =>
      imports.get(importer)?.get(specifier) ?? main;
    // What imports nothing is linked in microseconds; other graphs, in as long as they please.
    if (imports.size === 0) watcher.instantiateSync(context, find);
    else await watcher.instantiate(context, find);
    return new LoadedModule(modules, watcher);
  }

  isEvaluated(): boolean {
    try {
      return this.watcher.namespace.getSync('isEvaluated', { copy: true }) === true;
    } catch {
      // The binding is not there until the watcher runs.
      return false;
    }
  }

  /** The module's namespace, once: the runtime keeps what it needs of it. */
  takeNamespace(): ivm.Dereference<unknown> | undefined {
    if (this.#isNamespaceTaken) return undefined;
    this.#isNamespaceTaken = true;
    const namespace = this.watcher.namespace.getSync('guest', { reference: true });
    return namespace.derefInto({ release: true });
  }

  release(): void {
    this.watcher.release();
    for (const guest of this.#guests) guest.release();
  }
}
