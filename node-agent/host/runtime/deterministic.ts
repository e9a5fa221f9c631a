/**
 * Takes chance and the time of day from a context, before any guest code is in it: Math.random
 * comes from a seed, and every clock of the language is the run's own, which stands still until a
 * timer fires. What the collector does is not to be seen either. The context has one run.
 */
import { define } from './define.ts';
import {
  apply,
  construct,
  DateConstructor,
  dateToString,
  defineProperty,
  getOwnPropertyDescriptor,
  globalObject,
  MapConstructor,
  mapSet,
  TypeErrorConstructor,
  WeakMapConstructor,
  weakMapGet,
  weakMapSet,
} from './intrinsics.ts';
import { seedRunRandom } from './run-random.ts';
import { epochMsNow, runState } from './run-state.ts';
import { seededMathRandom } from './seeded-random.ts';
import { coarsenTemporal } from './temporal.ts';

export function makeDeterministic(seed: number, startEpochMs: number): void {
  runState.startEpochMs = startEpochMs;
  runState.virtualMs = 0;
  define(Math, 'random', seededMathRandom(seed));
  // Another stream, so that what one draws does not shift the other.
  seedRunRandom(seededMathRandom(seed ^ 0x5bd1e995));
  replaceDate();
  replaceDefaultsOfDateTimeFormat();
  // Also where guests have fine clocks: V8's own Temporal would read the machine's.
  coarsenTemporal();
  replaceWeakRef();
}

function replaceDate(): void {
  const { parse, UTC } = DateConstructor;
  const replacement = function Date(...args: unknown[]): unknown {
    if (new.target === undefined) {
      return apply(dateToString, new DateConstructor(epochMsNow()), []);
    }
    const given = args.length === 0 ? [epochMsNow()] : args;
    return construct(DateConstructor, given, new.target);
  };
  takeThePlaceOf(DateConstructor, replacement, 'Date', 7);
  define(replacement, 'now', function now() {
    return epochMsNow();
  });
  define(replacement, 'parse', parse);
  define(replacement, 'UTC', UTC);
}

/** Asked for no date, a format takes the present. */
function replaceDefaultsOfDateTimeFormat(): void {
  const { prototype } = Intl.DateTimeFormat;
  const nativeFormatOf = getOwnPropertyDescriptor(prototype, 'format')?.get as () => Format;
  const nativeToParts = prototype.formatToParts;
  const formats = new WeakMapConstructor<Format, Format>();
  defineProperty(prototype, 'format', {
    get: function format(this: unknown): Format {
      const native = apply(nativeFormatOf, this, []);
      const known = weakMapGet(formats, native);
      if (known !== undefined) return known;
      const made: Format = (date) => apply(native, undefined, [dateOrNow(date)]);
      weakMapSet(formats, native, made);
      return made;
    },
  });
  define(prototype, 'formatToParts', function formatToParts(this: never, date?: unknown) {
    return apply(nativeToParts, this, [dateOrNow(date) as number]);
  });
}

type Format = (date?: unknown) => string;

function dateOrNow(date: unknown): unknown {
  return date === undefined ? epochMsNow() : date;
}

/** The language lets a collector never collect: when it does would differ from run to run. */
function replaceWeakRef(): void {
  const WeakRefConstructor = WeakRef;
  const targets = new MapConstructor<unknown, true>();
  const replacement = function WeakRef(target?: unknown): unknown {
    if (new.target === undefined) throw new TypeErrorConstructor('WeakRef is called without new');
    const reference = construct(
      WeakRefConstructor,
      [target as object],
      new.target,
    ) as WeakRef<object>;
    mapSet(targets, target, true);
    return reference;
  };
  takeThePlaceOf(WeakRefConstructor, replacement, 'WeakRef', 1);
}

/** The native one is then reached through nothing: instances lead to the replacement. */
function takeThePlaceOf(
  native: { readonly prototype: object },
  replacement: (...args: never[]) => unknown,
  name: string,
  length: number,
): void {
  const { prototype } = native;
  defineProperty(replacement, 'prototype', { value: prototype, writable: false });
  // The bundler may have given the function another name.
  defineProperty(replacement, 'name', { value: name });
  defineProperty(replacement, 'length', { value: length });
  define(prototype, 'constructor', replacement);
  define(globalObject, name, replacement);
}
