/** CustomEvent, ErrorEvent and MessageEvent. */
import { asInterface, requireArguments, toDictionary, toDomString } from '../webidl.ts';
import { Event, eventInside } from './event.ts';

class CustomEventClass extends Event {
  #detail: unknown;

  constructor(type: string, options?: Record<string, unknown>) {
    requireArguments(arguments.length, 1, 'CustomEvent');
    super(type, options);
    this.#detail = options?.['detail'] ?? null;
  }

  get detail(): unknown {
    return this.#detail;
  }

  initCustomEvent(type: string, bubbles = false, cancelable = false, detail: unknown = null): void {
    requireArguments(arguments.length, 1, 'initCustomEvent');
    if (eventInside(this).isDispatching) return;
    this.initEvent(type, bubbles, cancelable);
    this.#detail = detail;
  }
}

class ErrorEventClass extends Event {
  readonly #message: string;
  readonly #filename: string;
  readonly #lineno: number;
  readonly #colno: number;
  readonly #error: unknown;

  constructor(type: string, options?: Record<string, unknown>) {
    requireArguments(arguments.length, 1, 'ErrorEvent');
    super(type, options);
    const { message = '', filename = '', lineno = 0, colno = 0, error } = toDictionary(options, '');
    this.#message = toDomString(message);
    this.#filename = toDomString(filename);
    this.#lineno = Number(lineno) >>> 0;
    this.#colno = Number(colno) >>> 0;
    this.#error = error;
  }

  get message(): string {
    return this.#message;
  }

  get filename(): string {
    return this.#filename;
  }

  get lineno(): number {
    return this.#lineno;
  }

  get colno(): number {
    return this.#colno;
  }

  get error(): unknown {
    return this.#error;
  }
}

class MessageEventClass extends Event {
  readonly #data: unknown;
  readonly #origin: string;
  readonly #lastEventId: string;

  constructor(type: string, options?: Record<string, unknown>) {
    requireArguments(arguments.length, 1, 'MessageEvent');
    super(type, options);
    const { data = null, origin = '', lastEventId = '' } = toDictionary(options, '');
    this.#data = data;
    this.#origin = toDomString(origin);
    this.#lastEventId = toDomString(lastEventId);
  }

  get data(): unknown {
    return this.#data;
  }

  get origin(): string {
    return this.#origin;
  }

  get lastEventId(): string {
    return this.#lastEventId;
  }
}

export const CustomEvent = asInterface(CustomEventClass, 'CustomEvent');
export const ErrorEvent = asInterface(ErrorEventClass, 'ErrorEvent');
export const MessageEvent = asInterface(MessageEventClass, 'MessageEvent');
