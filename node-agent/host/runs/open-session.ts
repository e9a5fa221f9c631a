/** Finds a run its context, and gets its program to where it can be entered. */
import type { GuestError } from '../../../shared/execution/outcome.ts';
import type { RunFrame } from '../../frames/frame.ts';
import type { RunBegin, SandboxIsolate } from '../engine/sandbox-engine.ts';
import type { FreshIsolates } from '../isolates/fresh-isolates.ts';
import type { Lease } from '../isolates/lease.ts';
import type { SessionIsolates } from '../isolates/session-isolates.ts';
import type { WarmIsolates } from '../isolates/warm-isolates.ts';
import type { Code, CodeReading } from '../programs/code.ts';
import type { ProgramGraph } from '../programs/program-graph.ts';
import { type Ending, stopped, syntaxError } from './ending.ts';
import { GuestSession } from './guest-session.ts';

export type Opening =
  | { readonly name: 'opened'; readonly session: GuestSession }
  /** Without any guest code having run. */
  | { readonly name: 'ended'; readonly ending: Ending };

/** V8's embedder refuses to evaluate a text longer than this share of the memory limit. */
const memoryPerSourceChar = 8;

interface SessionOpenerParts {
  readonly fresh: FreshIsolates;
  readonly warm: WarmIsolates;
  readonly sessions: SessionIsolates;
  /** Hears of an isolate that is about to be busy on another thread. */
  readonly linking: (isolate: SandboxIsolate) => void;
}

export class SessionOpener {
  readonly #fresh: FreshIsolates;
  readonly #warm: WarmIsolates;
  readonly #sessions: SessionIsolates;
  readonly #linking: (isolate: SandboxIsolate) => void;

  constructor({ fresh, warm, sessions, linking }: SessionOpenerParts) {
    this.#fresh = fresh;
    this.#warm = warm;
    this.#sessions = sessions;
    this.#linking = linking;
  }

  /** At once for what was read before and for plain scripts; else after reading the source. */
  open(run: RunFrame, code: Code, begins: RunBegin): Opening | Promise<Opening> {
    if (run.sessionId !== undefined) return this.#openInSession(run.sessionId, run, code, begins);
    const reading = code.readAtOnce();
    if (reading?.name === 'script') return this.#openScript(run, reading.source, begins);
    if (reading?.name === 'module' && run.isolation === 'POOLED') {
      const lease = this.#warm.lend(code.codeId, run.limits.memoryBytesMax);
      if (lease.isWarm) return opened(GuestSession.ofModule(lease, run, begins));
      return this.#loadModule(lease, run, reading.graph, begins);
    }
    return this.#openSlowly(run, code, begins, reading);
  }

  /** No guest code runs here, so the session is as it was, but where its memory ran out. */
  async #openInSession(
    sessionId: number,
    run: RunFrame,
    code: Code,
    begins: RunBegin,
  ): Promise<Opening> {
    const lease = this.#sessions.lend(sessionId);
    // Closed while the run was on its way: its caller has been told.
    if (!lease) return { name: 'ended', ending: stopped('CANCELLED', run.limits) };
    const { context } = lease;
    const reading = code.readAtOnce() ?? (await code.read(context.isolate));
    if (reading.name === 'broken') {
      const ending = refused(reading.error, reading.isHostSpent === true);
      return this.#notOpened(lease, run, ending);
    }
    if (reading.name === 'module') {
      const refusal = await this.#load(lease, reading.graph);
      if (refusal === undefined) return opened(GuestSession.ofSessionModule(lease, run, begins));
      return this.#notOpened(lease, run, refused(refusal, reading.graph.isHostSpent));
    }
    const refusal = await context.loadScript(reading.source, code.fileName);
    if (refusal === undefined) return opened(GuestSession.ofSessionScript(lease, run, begins));
    return this.#notOpened(lease, run, syntaxError(refusal));
  }

  #notOpened(lease: Lease, run: RunFrame, ending: Ending): Opening {
    const ranOut = lease.context.isolate.isDisposed;
    lease.giveBack(true);
    return { name: 'ended', ending: ranOut ? stopped('MEMORY_EXCEEDED', run.limits) : ending };
  }

  async #openSlowly(
    run: RunFrame,
    code: Code,
    begins: RunBegin,
    known: CodeReading | undefined,
  ): Promise<Opening> {
    const { memoryBytesMax } = run.limits;
    const lease = this.#fresh.lend(memoryBytesMax);
    let isLoaded = false;
    // What is to be kept warm is loaded where it is kept.
    const load =
      run.isolation === 'POOLED'
        ? undefined
        : async (graph: ProgramGraph): Promise<boolean> => {
            const refusal = await this.#load(lease, graph, 'default-export');
            isLoaded = refusal === undefined;
            return isLoaded;
          };
    const reading = known ?? (await code.read(lease.context.isolate, load));
    if (isLoaded) return opened(GuestSession.ofModule(lease, run, begins));
    if (reading.name === 'broken') {
      const ranOut = lease.context.isolate.isDisposed;
      lease.giveBack(true);
      if (ranOut) return { name: 'ended', ending: stopped('MEMORY_EXCEEDED', run.limits) };
      return { name: 'ended', ending: refused(reading.error, reading.isHostSpent === true) };
    }
    if (reading.name === 'script') {
      lease.giveBack(true);
      return this.#openScript(run, reading.source, begins);
    }
    if (run.isolation !== 'POOLED') {
      return this.#loadModule(lease, run, reading.graph, begins);
    }
    lease.giveBack(true);
    const warm = this.#warm.lend(code.codeId, memoryBytesMax);
    return this.#loadModule(warm, run, reading.graph, begins);
  }

  #openScript(run: RunFrame, source: string, begins: RunBegin): Opening {
    if (source.length * memoryPerSourceChar > run.limits.memoryBytesMax) {
      return { name: 'ended', ending: stopped('MEMORY_EXCEEDED', run.limits) };
    }
    const lease = this.#fresh.lend(run.limits.memoryBytesMax);
    return opened(GuestSession.ofScript(lease, run, begins, source));
  }

  async #loadModule(
    lease: Lease,
    run: RunFrame,
    graph: ProgramGraph,
    begins: RunBegin,
  ): Promise<Opening> {
    const refusal = await this.#load(lease, graph);
    if (refusal === undefined) return opened(GuestSession.ofModule(lease, run, begins));
    const ranOut = lease.context.isolate.isDisposed;
    lease.giveBack(false);
    if (ranOut) return { name: 'ended', ending: stopped('MEMORY_EXCEEDED', run.limits) };
    return { name: 'ended', ending: refused(refusal, graph.isHostSpent) };
  }

  #load(
    { context }: Lease,
    graph: ProgramGraph,
    demand?: 'default-export',
  ): Promise<GuestError | undefined> {
    if (graph.canImport) this.#linking(context.isolate);
    return context.loadModule(graph, demand);
  }
}

function refused(error: GuestError, isHostSpent: boolean): Ending {
  return isHostSpent ? { ...syntaxError(error), isHostSpent } : syntaxError(error);
}

function opened(session: GuestSession): Opening {
  return { name: 'opened', session };
}
