/** EventTarget: https://dom.spec.whatwg.org/#interface-eventtarget, where targets form no tree. */
import { fail } from '../kit.ts';
import { asInterface, requireArguments, toDictionary, toDomString } from '../webidl.ts';
import {
  addAbortAlgorithm,
  isAborted,
  isSignal,
  removeAbortAlgorithm,
} from './abort-algorithms.ts';
import { DOMException } from './dom-exception.ts';
import { type Event, type EventInside, eventInside } from './event.ts';

type Callback = ((event: Event) => void) | { handleEvent?: unknown };

interface Listener {
  readonly type: string;
  /** Of an event handler attribute, what it has now. */
  callback: Callback;
  readonly isCapture: boolean;
  readonly isOnce: boolean;
  readonly isPassive: boolean;
  isRemoved: boolean;
  readonly forget: () => void;
}

let listenersOf: (target: EventTargetClass) => Listener[];

class EventTargetClass {
  readonly #listeners: Listener[] = [];

  static {
    listenersOf = (target) => target.#listeners;
  }

  addEventListener(type: string, callback: Callback | null, options?: unknown): void {
    requireArguments(arguments.length, 2, 'addEventListener');
    const typeText = toDomString(type);
    const given = toCallback(callback);
    const { capture, once, passive, signal } = flatten(options);
    if (signal !== undefined && !isSignal(signal)) {
      throw new TypeError('The listener could not be added: its signal is no AbortSignal');
    }
    const listeners = this.#listeners;
    if (given === null || (signal !== undefined && isAborted(signal))) return;
    if (find(listeners, typeText, given, capture) !== undefined) return;
    const listener: Listener = {
      type: typeText,
      callback: given,
      isCapture: capture,
      isOnce: once,
      isPassive: passive,
      isRemoved: false,
      forget: () => signal && removeAbortAlgorithm(signal, drop),
    };
    const drop = (): void => remove(listeners, listener);
    listeners.push(listener);
    if (signal !== undefined) addAbortAlgorithm(signal, drop);
  }

  removeEventListener(type: string, callback: Callback | null, options?: unknown): void {
    requireArguments(arguments.length, 2, 'removeEventListener');
    const typeText = toDomString(type);
    const given = toCallback(callback);
    const isCapture =
      typeof options === 'object' || typeof options === 'function'
        ? Boolean(toDictionary(options, 'The options')['capture'])
        : Boolean(options);
    const listener = given && find(this.#listeners, typeText, given, isCapture);
    if (listener) remove(this.#listeners, listener);
  }

  dispatchEvent(event: Event): boolean {
    requireArguments(arguments.length, 1, 'dispatchEvent');
    const inside = insideOrThrow(event);
    const listeners = this.#listeners;
    if (inside.isDispatching || !inside.isInitialized) {
      throw new DOMException('The event is being dispatched already', 'InvalidStateError');
    }
    inside.isTrusted = false;
    return dispatch(this, listeners, event, inside);
  }
}

/** Dispatches an event of the runtime's own making. */
export function dispatchTrusted(target: EventTarget, event: Event): void {
  const inside = eventInside(event);
  inside.isTrusted = true;
  dispatch(target, listenersOf(target), event, inside);
}

function dispatch(
  target: object,
  listeners: Listener[],
  event: Event,
  inside: EventInside,
): boolean {
  inside.isDispatching = true;
  inside.target = target;
  inside.currentTarget = target;
  for (const isCapture of [true, false]) {
    if (!inside.isStopped) invokeAll(target, listeners, event, inside, isCapture);
  }
  inside.currentTarget = null;
  inside.isDispatching = false;
  inside.isStopped = false;
  inside.isStoppedAtOnce = false;
  return !inside.isCanceled;
}

function invokeAll(
  target: object,
  listeners: Listener[],
  event: Event,
  inside: EventInside,
  isCapture: boolean,
): void {
  for (const listener of [...listeners]) {
    if (listener.isRemoved || listener.type !== inside.type) continue;
    if (listener.isCapture !== isCapture) continue;
    if (listener.isOnce) remove(listeners, listener);
    inside.isInPassiveListener = listener.isPassive;
    try {
      invoke(listener.callback, target, event);
    } catch (error) {
      fail(error);
    }
    inside.isInPassiveListener = false;
    if (inside.isStoppedAtOnce) return;
  }
}

function invoke(callback: Callback, target: object, event: Event): void {
  if (typeof callback === 'function') {
    Reflect.apply(callback, target, [event]);
    return;
  }
  const { handleEvent } = callback;
  if (typeof handleEvent !== 'function') throw new TypeError('handleEvent is no function');
  Reflect.apply(handleEvent, callback, [event]);
}

function insideOrThrow(event: unknown): EventInside {
  try {
    return eventInside(event as Event);
  } catch {
    throw new TypeError('The event could not be dispatched: it is no Event');
  }
}

function toCallback(callback: unknown): Callback | null {
  if (callback === null || callback === undefined) return null;
  if (typeof callback === 'function' || typeof callback === 'object') return callback;
  throw new TypeError('The listener is neither a function nor an object');
}

interface Options {
  readonly capture: boolean;
  readonly once: boolean;
  readonly passive: boolean;
  readonly signal: object | undefined;
}

function flatten(options: unknown): Options {
  if (typeof options !== 'object' && typeof options !== 'function') {
    return { capture: Boolean(options), once: false, passive: false, signal: undefined };
  }
  const { capture, once, passive, signal } = toDictionary(options, 'The options');
  if (signal === null) throw new TypeError('The listener could not be added: its signal is null');
  return {
    capture: Boolean(capture),
    once: Boolean(once),
    passive: Boolean(passive),
    signal: signal,
  };
}

function find(
  listeners: readonly Listener[],
  type: string,
  callback: Callback,
  isCapture: boolean,
): Listener | undefined {
  return listeners.find(
    (known) => known.callback === callback && known.type === type && known.isCapture === isCapture,
  );
}

function remove(listeners: Listener[], listener: Listener): void {
  listener.isRemoved = true;
  listener.forget();
  const index = listeners.indexOf(listener);
  if (index !== -1) listeners.splice(index, 1);
}

export const EventTarget = asInterface(EventTargetClass, 'EventTarget');
export type EventTarget = EventTargetClass;

/** Gives a class an event handler attribute, such as `onabort`. */
export function addHandlerAttribute(
  constructor: { readonly prototype: object },
  type: string,
): void {
  const handlers = new WeakMap<object, { handler: unknown }>();
  Object.defineProperty(constructor.prototype, `on${type}`, {
    get(this: EventTargetClass) {
      listenersOf(this);
      return handlers.get(this)?.handler ?? null;
    },
    set(this: EventTargetClass, value: unknown) {
      listenersOf(this);
      const isObject = typeof value === 'function' || (typeof value === 'object' && value !== null);
      const handler = isObject ? value : null;
      const known = handlers.get(this);
      if (known) {
        known.handler = handler;
        return;
      }
      if (handler === null) return;
      const held: { handler: unknown } = { handler };
      handlers.set(this, held);
      this.addEventListener(type, (event) => {
        if (typeof held.handler !== 'function') return;
        if (Reflect.apply(held.handler, this, [event]) === false) event.preventDefault();
      });
    },
    configurable: true,
    enumerable: true,
  });
}
