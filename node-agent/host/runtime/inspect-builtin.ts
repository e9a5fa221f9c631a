/** The language's own containers, known by what they are and not by what they say they are. */
import { type Ancestors, inspect, Parts } from './inspect.ts';
import {
  bufferByteLength,
  dateToIso,
  dateValue,
  getPrototypeOf,
  isView,
  mapForEach,
  mapSize,
  promisePrototype,
  regExpPrototype,
  regExpToText,
  setForEach,
  setSize,
  viewLength,
  viewTag,
} from './intrinsics.ts';

/** How a Map, Set, Date, RegExp, Promise or binary thing is shown; undefined for all else. */
export function inspectBuiltin(value: object, inner: Ancestors): string | undefined {
  const prototype = getPrototypeOf(value);
  if (prototype === regExpPrototype) return regExpToText(value as RegExp);
  if (prototype === promisePrototype) return 'Promise {}';
  if (isView(value)) return inspectView(value, inner);
  const time = attempt(dateValue, value as Date);
  if (time !== undefined) return time === time ? dateToIso(value as Date) : 'Invalid Date';
  const entries = attempt(mapSize, value);
  if (entries !== undefined) return inspectMap(value as Map<unknown, unknown>, entries, inner);
  const members = attempt(setSize, value);
  if (members !== undefined) return inspectSet(value as Set<unknown>, members, inner);
  const bytes = attempt(bufferByteLength, value);
  return bytes === undefined ? undefined : `ArrayBuffer { byteLength: ${bytes} }`;
}

function attempt<This, Result>(read: (self: This) => Result, value: This): Result | undefined {
  try {
    return read(value);
  } catch {
    return undefined;
  }
}

function inspectView(value: ArrayBufferView, inner: Ancestors): string {
  const tag = viewTag(value);
  if (tag === undefined) return 'DataView {}';
  const length = viewLength(value);
  const parts = new Parts();
  for (let index = 0; index < length && !parts.isFull; index++) {
    parts.add(inspect((value as unknown as ArrayLike<unknown>)[index], inner));
  }
  return `${tag}(${length}) ${parts.between('[', ']', length)}`;
}

function inspectMap(map: Map<unknown, unknown>, size: number, inner: Ancestors): string {
  const parts = new Parts();
  mapForEach(map, (value, key) => {
    if (!parts.isFull) parts.add(`${inspect(key, inner)} => ${inspect(value, inner)}`);
  });
  return `Map(${size}) ${parts.between('{', '}', size)}`;
}

function inspectSet(set: Set<unknown>, size: number, inner: Ancestors): string {
  const parts = new Parts();
  setForEach(set, (member) => {
    if (!parts.isFull) parts.add(inspect(member, inner));
  });
  return `Set(${size}) ${parts.between('{', '}', size)}`;
}
