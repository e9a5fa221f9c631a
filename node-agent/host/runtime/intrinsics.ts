/**
 * Everything of the language that the runtime uses, taken before the guest can change it. The
 * runtime calls no method of a guest's value and none that hangs on a prototype: a guest may
 * have replaced each of them. For the same reason it does not spread, destructure or iterate
 * arrays, and does not append to them: the first would call a patched iterator, the last a
 * setter planted on Array.prototype.
 */

const { bind, call } = Function.prototype;

/** The function with its `this` as first argument; holds although `call` be replaced later. */
function uncurryThis<This, Args extends readonly unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
): (self: This, ...args: Args) => Result {
  return bind.call(call, method) as (self: This, ...args: Args) => Result;
}

/** A getter as a function of its object; it throws when the object has not that kind. */
function uncurryGetter<Result>(prototype: object, key: PropertyKey): (self: unknown) => Result {
  const getter = Object.getOwnPropertyDescriptor(prototype, key)?.get as () => Result;
  return uncurryThis(getter) as (self: unknown) => Result;
}

export const globalObject = globalThis;
/** Called by another name than `eval`, it runs its text as a script in the global scope. */
export const indirectEval = globalThis.eval as (source: string) => unknown;

export const {
  apply,
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
export const mathMax = Math.max;
export const mathMin = Math.min;
export const mathFloor = Math.floor;
export const freeze = Object.freeze;
export const isArray = Array.isArray;
export const isError = (Error as unknown as { isError(value: unknown): value is Error }).isError;
export const isView = ArrayBuffer.isView;
export const MapConstructor = Map;
export const PromiseConstructor = Promise;
export const TypeErrorConstructor = TypeError;
export const RangeErrorConstructor = RangeError;

export const charCodeAt = uncurryThis(String.prototype.charCodeAt);
export const slice = uncurryThis(String.prototype.slice);
export const indexOf = uncurryThis(String.prototype.indexOf);
export const startsWith = uncurryThis(String.prototype.startsWith);
export const promiseThen = uncurryThis(
  Promise.prototype.then as (
    this: Promise<unknown>,
    onFulfilled: (value: unknown) => void,
    onRejected?: (reason: unknown) => void,
  ) => Promise<unknown>,
);
export const mapGet = uncurryThis(Map.prototype.get);
export const mapSet = uncurryThis(Map.prototype.set);
export const mapDelete = uncurryThis(Map.prototype.delete);
export const mapForEach = uncurryThis(Map.prototype.forEach);
export const setForEach = uncurryThis(Set.prototype.forEach);
export const mapSize = uncurryGetter<number>(Map.prototype, 'size');
export const setSize = uncurryGetter<number>(Set.prototype, 'size');
export const regExpToText = uncurryThis(RegExp.prototype.toString);
export const dateToIso = uncurryThis(Date.prototype.toISOString);
export const dateValue = uncurryThis(Date.prototype.getTime);
export const symbolToText = uncurryThis(Symbol.prototype.toString);
export const functionToText = uncurryThis(Function.prototype.toString);
export const viewTag = uncurryGetter<string | undefined>(
  Object.getPrototypeOf(Uint8Array.prototype) as object,
  Symbol.toStringTag,
);
export const viewLength = uncurryGetter<number>(
  Object.getPrototypeOf(Uint8Array.prototype) as object,
  'length',
);
export const bufferByteLength = uncurryGetter<number>(ArrayBuffer.prototype, 'byteLength');
export const objectPrototype: object = Object.prototype;
export const promisePrototype: object = Promise.prototype;
export const regExpPrototype: object = RegExp.prototype;
