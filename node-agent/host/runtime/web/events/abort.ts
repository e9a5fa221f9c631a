/** AbortController and AbortSignal: https://dom.spec.whatwg.org/#aborting-ongoing-activities */
import { setTimeout } from '../kit.ts';
import { asInterface, requireArguments, toEnforcedInteger, toSequence } from '../webidl.ts';
import { addSignal, isSignal, markAborted, runAbortAlgorithms } from './abort-algorithms.ts';
import { DOMException } from './dom-exception.ts';
import { Event } from './event.ts';
import { addHandlerAttribute, dispatchTrusted, EventTarget } from './event-target.ts';

const key = Symbol('AbortSignal');
let signalAbort: (signal: AbortSignalClass, reason: unknown) => void;

class AbortSignalClass extends EventTarget {
  #aborted = false;
  #reason: unknown;
  /** Of one that depends on others: those that depend on none. */
  readonly #sources = new Set<AbortSignalClass>();
  readonly #dependents = new Set<AbortSignalClass>();
  #isDependent = false;

  constructor(given?: symbol) {
    if (given !== key) throw new TypeError('Illegal constructor');
    super();
    addSignal(this);
  }

  static abort(reason?: unknown): AbortSignalClass {
    const signal = new AbortSignalClass(key);
    signal.#mark(reasonOr(reason));
    return signal;
  }

  static timeout(milliseconds: number): AbortSignalClass {
    requireArguments(arguments.length, 1, 'AbortSignal.timeout');
    const delayMs = toEnforcedInteger(milliseconds, Number.MAX_SAFE_INTEGER, 'The time');
    const signal = new AbortSignalClass(key);
    setTimeout(() => {
      signalAbort(signal, new DOMException('The time allowed has passed', 'TimeoutError'));
    }, delayMs);
    return signal;
  }

  static any(signals: Iterable<AbortSignalClass>): AbortSignalClass {
    requireArguments(arguments.length, 1, 'AbortSignal.any');
    const given = toSequence(signals, 'The signals') as AbortSignalClass[];
    for (const signal of given) {
      if (!isSignal(signal)) throw new TypeError('AbortSignal.any takes signals only');
    }
    const result = new AbortSignalClass(key);
    result.#isDependent = true;
    const first = given.find((signal) => signal.#aborted);
    if (first) result.#mark(first.#reason);
    else for (const signal of given) result.#dependOn(signal);
    return result;
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  get reason(): unknown {
    return this.#reason;
  }

  throwIfAborted(): void {
    if (this.#aborted) throw this.#reason;
  }

  #dependOn(signal: AbortSignalClass): void {
    const sources = signal.#isDependent ? signal.#sources : [signal];
    for (const source of sources) {
      this.#sources.add(source);
      source.#dependents.add(this);
    }
  }

  #mark(reason: unknown): void {
    this.#aborted = true;
    this.#reason = reason;
    markAborted(this);
  }

  static {
    signalAbort = (signal, reason) => {
      if (signal.#aborted) return;
      const due = [...signal.#dependents].filter((dependent) => !dependent.#aborted);
      for (const one of [signal, ...due]) one.#mark(reason);
      for (const one of [signal, ...due]) {
        runAbortAlgorithms(one);
        dispatchTrusted(one, new Event('abort'));
      }
    };
  }
}

class AbortControllerClass {
  readonly #signal = new AbortSignalClass(key);

  get signal(): AbortSignalClass {
    return this.#signal;
  }

  abort(reason?: unknown): void {
    signalAbort(this.#signal, reasonOr(reason));
  }
}

function reasonOr(reason: unknown): unknown {
  return reason === undefined
    ? new DOMException('The operation was aborted', 'AbortError')
    : reason;
}

addHandlerAttribute(AbortSignalClass, 'abort');
export const AbortSignal = asInterface(AbortSignalClass, 'AbortSignal');
export type AbortSignal = AbortSignalClass;
export const AbortController = asInterface(AbortControllerClass, 'AbortController');
