/**
 * Everything of the language that the runtime uses, taken before the guest can change it. The
 * runtime calls no method of a guest's value and none that hangs on a prototype: a guest may
 * have replaced each of them. For the same reason it does not spread, destructure or iterate
 * arrays, and does not append to them: the first would call a patched iterator, the last a
 * setter planted on Array.prototype.
 */

export const globalObject = globalThis;
/** Called by another name than `eval`, it runs its text as a script in the global scope. */
export const indirectEval = globalThis.eval as (source: string) => unknown;

export const {
  apply,
  construct,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
} = Reflect;
export const parseJson = JSON.parse as (text: string) => unknown;
export const stringifyJson = JSON.stringify as (value: unknown) => unknown;
export const toText = String;
export const toNumber = Number;
export const dateNow = Date.now;
export const { ceil: mathCeil, floor: mathFloor, imul: mathImul, max: mathMax } = Math;
export const { create, freeze } = Object;
export const { isArray } = Array;
export const { isView } = ArrayBuffer;
export const { isError } = Error as unknown as { isError(value: unknown): value is Error };
export const DateConstructor = Date;
export const ErrorConstructor = Error;
export const EvalErrorConstructor = EvalError;
export const MapConstructor = Map;
export const PromiseConstructor = Promise;
export const TypeErrorConstructor = TypeError;
export const RangeErrorConstructor = RangeError;
export const Uint8ArrayConstructor = Uint8Array;
export const WeakMapConstructor = WeakMap;

export const { asyncIterator, toStringTag } = Symbol;
export const objectPrototype: object = Object.prototype;
export const promisePrototype: object = Promise.prototype;
export const regExpPrototype: object = RegExp.prototype;

// Methods are read now and wrapped by functions that cost nothing until they are called:
// binding each of them would make every context dearer by a tenth.
const {
  charCodeAt: stringCharCodeAt,
  indexOf: stringIndexOf,
  slice: stringSlice,
  startsWith: stringStartsWith,
  toWellFormed: stringToWellFormed,
} = String.prototype;
const { delete: mapDeleteMethod, forEach: mapForEachMethod } = Map.prototype;
const { get: mapGetMethod, has: mapHasMethod, set: mapSetMethod } = Map.prototype;
const { forEach: setForEachMethod, has: setHasMethod } = Set.prototype;
const { get: weakMapGetMethod, set: weakMapSetMethod } = WeakMap.prototype;
const { getTime, toISOString } = Date.prototype;
export const dateToString = Date.prototype.toString;
const promiseThenMethod = Promise.prototype.then;
const regExpToString = RegExp.prototype.toString;
const symbolToString = Symbol.prototype.toString;

export function charCodeAt(text: string, index: number): number {
  return apply(stringCharCodeAt, text, [index]);
}

export function indexOf(text: string, part: string): number {
  return apply(stringIndexOf, text, [part]);
}

export function slice(text: string, start: number, end?: number): string {
  return apply(stringSlice, text, [start, end]);
}

export function startsWith(text: string, part: string): boolean {
  return apply(stringStartsWith, text, [part]);
}

/** With U+FFFD in the place of each lone surrogate. */
export function toWellFormed(text: string): string {
  return apply(stringToWellFormed, text, []);
}

export function mapGet<Key, Value>(map: Map<Key, Value>, key: Key): Value | undefined {
  return apply(mapGetMethod, map, [key]) as Value | undefined;
}

export function mapSet<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  apply(mapSetMethod, map, [key, value]);
}

export function mapDelete<Key>(map: Map<Key, unknown>, key: Key): void {
  apply(mapDeleteMethod, map, [key]);
}

export function weakMapGet<Key extends object, Value>(
  map: WeakMap<Key, Value>,
  key: Key,
): Value | undefined {
  return apply(weakMapGetMethod, map, [key]) as Value | undefined;
}

export function weakMapSet<Key extends object, Value>(
  map: WeakMap<Key, Value>,
  key: Key,
  value: Value,
): void {
  apply(weakMapSetMethod, map, [key, value]);
}

export function mapForEach(map: object, visit: (value: unknown, key: unknown) => void): void {
  apply(mapForEachMethod, map, [visit]);
}

export function setForEach(set: object, visit: (member: unknown) => void): void {
  apply(setForEachMethod, set, [visit]);
}

export function promiseThen(promise: Promise<unknown>, onFulfilled: () => void): void {
  void apply(promiseThenMethod, promise, [onFulfilled]);
}

export function symbolToText(symbol: symbol): string {
  return apply(symbolToString, symbol, []);
}

export function regExpToText(pattern: object): string {
  return apply(regExpToString, pattern, []);
}

export function dateToIso(date: object): string {
  return apply(toISOString, date, []);
}

/** Its time value, which may be NaN; undefined when it is no Date. */
export function timeOf(value: object): number | undefined {
  try {
    return apply(getTime, value, []);
  } catch {
    return undefined;
  }
}

/** Whether it is a Map, whatever it says of itself: the language looks for a Map's inside. */
export function isMap(value: object): boolean {
  return isOfKind(mapHasMethod, value);
}

export function isSet(value: object): boolean {
  return isOfKind(setHasMethod, value);
}

function isOfKind(method: (this: never, key: never) => unknown, value: object): boolean {
  try {
    apply(method, value, [undefined]);
    return true;
  } catch {
    return false;
  }
}
