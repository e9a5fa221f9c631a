/** The language's own containers, known by what they are and not by what they say they are. */
import { type Ancestors, className, inspect, Parts } from './inspect.ts';
import {
  dateToIso,
  getPrototypeOf,
  isMap,
  isSet,
  isView,
  mapForEach,
  promisePrototype,
  regExpPrototype,
  regExpToText,
  setForEach,
  timeOf,
} from './intrinsics.ts';

/** How a Map, Set, Date, RegExp, Promise or view is shown; undefined for all else. */
export function inspectBuiltin(value: object, inner: Ancestors): string | undefined {
  const prototype = getPrototypeOf(value);
  if (prototype === regExpPrototype) return regExpToText(value);
  if (prototype === promisePrototype) return 'Promise {}';
  if (isView(value)) return inspectView(value, inner);
  const time = timeOf(value);
  if (time !== undefined) return time === time ? dateToIso(value) : 'Invalid Date';
  if (isMap(value)) return inspectMap(value, inner);
  return isSet(value) ? inspectSet(value, inner) : undefined;
}

/** A view's length may be the guest's own getter, and any value: it is only counted up to. */
function inspectView(value: object, inner: Ancestors): string {
  const view = value as ArrayLike<unknown>;
  const length = typeof view.length === 'number' ? view.length : 0;
  const parts = new Parts();
  for (let index = 0; index < length && !parts.isFull; index++) {
    parts.add(inspect(view[index], inner));
  }
  return `${className(value)}(${length}) ${parts.between('[', ']', length)}`;
}

function inspectMap(map: object, inner: Ancestors): string {
  const parts = new Parts();
  let size = 0;
  mapForEach(map, (value, key) => {
    size++;
    if (!parts.isFull) parts.add(`${inspect(key, inner)} => ${inspect(value, inner)}`);
  });
  return `Map(${size}) ${parts.between('{', '}', size)}`;
}

function inspectSet(set: object, inner: Ancestors): string {
  const parts = new Parts();
  let size = 0;
  setForEach(set, (member) => {
    size++;
    if (!parts.isFull) parts.add(inspect(member, inner));
  });
  return `Set(${size}) ${parts.between('{', '}', size)}`;
}
