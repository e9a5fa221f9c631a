/** Finds a run its context, and gets its program to where it can be entered. */
import type { RunFrame } from '../../frames/frame.ts';
import type { RunBegin } from '../engine/sandbox-engine.ts';
import type { FreshIsolates } from '../isolates/fresh-isolates.ts';
import type { Lease } from '../isolates/lease.ts';
import type { WarmIsolates } from '../isolates/warm-isolates.ts';
import type { Code, CodeReading } from '../programs/code.ts';
import { type Ending, stopped, syntaxError } from './ending.ts';
import { GuestSession } from './guest-session.ts';

export type Opening =
  | { readonly name: 'opened'; readonly session: GuestSession }
  /** Without any guest code having run. */
  | { readonly name: 'ended'; readonly ending: Ending };

/** V8's embedder refuses to evaluate a text longer than this share of the memory limit. */
const memoryPerSourceChar = 8;

export class SessionOpener {
  readonly #fresh: FreshIsolates;
  readonly #warm: WarmIsolates;

  constructor(fresh: FreshIsolates, warm: WarmIsolates) {
    this.#fresh = fresh;
    this.#warm = warm;
  }

  /** At once for what was read before and for plain scripts; else after reading the source. */
  open(run: RunFrame, code: Code, begins: RunBegin): Opening | Promise<Opening> {
    const reading = code.readAtOnce();
    if (reading?.name === 'script') return this.#openScript(run, reading.source, begins);
    if (reading?.name === 'module' && run.isolation === 'POOLED') {
      const lease = this.#warm.lend(code.codeId, run.limits.memoryBytesMax);
      if (lease.isWarm) return opened(GuestSession.ofModule(lease, run, begins));
      return this.#loadModule(lease, run, code, reading.source, begins);
    }
    return this.#openSlowly(run, code, begins, reading);
  }

  async #openSlowly(
    run: RunFrame,
    code: Code,
    begins: RunBegin,
    known: CodeReading | undefined,
  ): Promise<Opening> {
    const { memoryBytesMax } = run.limits;
    const lease = this.#fresh.lend(memoryBytesMax);
    const reading = known ?? (await code.read(lease.context.isolate));
    if (reading.name === 'broken') {
      const ranOut = lease.context.isolate.isDisposed;
      lease.giveBack(true);
      if (ranOut) return { name: 'ended', ending: stopped('MEMORY_EXCEEDED', run.limits) };
      const { error, isHostSpent } = reading;
      return {
        name: 'ended',
        ending: { ...syntaxError(error), ...(isHostSpent && { isHostSpent }) },
      };
    }
    if (reading.name === 'script') {
      lease.giveBack(true);
      return this.#openScript(run, reading.source, begins);
    }
    if (run.isolation !== 'POOLED') {
      return this.#loadModule(lease, run, code, reading.source, begins);
    }
    lease.giveBack(true);
    const warm = this.#warm.lend(code.codeId, memoryBytesMax);
    return this.#loadModule(warm, run, code, reading.source, begins);
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
    code: Code,
    source: string,
    begins: RunBegin,
  ): Promise<Opening> {
    const refusal = await lease.context.loadModule(source, code.fileName);
    if (refusal === undefined) return opened(GuestSession.ofModule(lease, run, begins));
    const ranOut = lease.context.isolate.isDisposed;
    lease.giveBack(false);
    const ending = ranOut ? stopped('MEMORY_EXCEEDED', run.limits) : syntaxError(refusal);
    return { name: 'ended', ending };
  }
}

function opened(session: GuestSession): Opening {
  return { name: 'opened', session };
}
