/** The language's own containers, known by what they are and not by what they say they are. */
import { Parts } from './inspect-parts.ts';
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
import { className } from './read-data.ts';

/** Shows a part of what is being shown. */
type ShowPart = (part: unknown) => string;

/** How a Map, Set, Date, RegExp, Promise or view is shown; undefined for all else. */
export function inspectBuiltin(value: object, show: ShowPart): string | undefined {
  const prototype = getPrototypeOf(value);
  if (prototype === regExpPrototype) return regExpToText(value);
  if (prototype === promisePrototype) return 'Promise {}';
  if (isView(value)) return inspectView(value, show);
  const time = timeOf(value);
  if (time !== undefined) return time === time ? dateToIso(value) : 'Invalid Date';
  if (isMap(value)) return inspectMap(value, show);
  return isSet(value) ? inspectSet(value, show) : undefined;
}

/** A view's length may be the guest's own getter, and any value: it is only counted up to. */
function inspectView(value: object, show: ShowPart): string {
  const view = value as ArrayLike<unknown>;
  const length = typeof view.length === 'number' ? view.length : 0;
  const parts = new Parts();
  for (let index = 0; index < length && !parts.isFull; index++) {
    parts.add(show(view[index]));
  }
  return `${className(value)}(${length}) ${parts.between('[', ']', length)}`;
}

function inspectMap(map: object, show: ShowPart): string {
  const parts = new Parts();
  let size = 0;
  mapForEach(map, (value, key) => {
    size++;
    if (!parts.isFull) parts.add(`${show(key)} => ${show(value)}`);
  });
  return `Map(${size}) ${parts.between('{', '}', size)}`;
}

function inspectSet(set: object, show: ShowPart): string {
  const parts = new Parts();
  let size = 0;
  setForEach(set, (member) => {
    size++;
    if (!parts.isFull) parts.add(show(member));
  });
  return `Set(${size}) ${parts.between('{', '}', size)}`;
}
