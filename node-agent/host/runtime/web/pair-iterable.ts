/** An interface declared `iterable<name, value>`: https://webidl.spec.whatwg.org/#idl-iterable */
import { requireArguments } from './webidl.ts';

type Pair = readonly [key: string, value: unknown];
type Kind = 'entries' | 'keys' | 'values';

const iteratorPrototype = Object.getPrototypeOf(
  Object.getPrototypeOf([][Symbol.iterator]()),
) as object;

/** `pairsOf` is asked again at each step: what is added while it is iterated is met. */
export function makePairIterable<Holder extends object>(
  constructor: { readonly prototype: Holder; readonly name: string },
  pairsOf: (holder: Holder) => readonly Pair[],
): void {
  const { prototype, name } = constructor;
  const places = new WeakMap<object, { holder: Holder; kind: Kind; index: number }>();
  const iterators = Object.create(iteratorPrototype) as object;
  method(iterators, 'next', function next(this: object) {
    const place = places.get(this);
    if (place === undefined) throw new TypeError(`This is no ${name} iterator`);
    const pair = pairsOf(place.holder)[place.index++];
    if (pair === undefined) return { value: undefined, done: true };
    const value = place.kind === 'entries' ? [...pair] : pair[place.kind === 'keys' ? 0 : 1];
    return { value, done: false };
  });
  Object.defineProperty(iterators, Symbol.toStringTag, {
    value: `${name} Iterator`,
    configurable: true,
  });
  const start = (holder: Holder, kind: Kind): object => {
    pairsOf(holder);
    const iterator = Object.create(iterators) as object;
    places.set(iterator, { holder, kind, index: 0 });
    return iterator;
  };
  method(prototype, 'entries', function entries(this: Holder) {
    return start(this, 'entries');
  });
  method(prototype, 'keys', function keys(this: Holder) {
    return start(this, 'keys');
  });
  method(prototype, 'values', function values(this: Holder) {
    return start(this, 'values');
  });
  method(prototype, 'forEach', function forEach(this: Holder, visit: unknown, ...rest: unknown[]) {
    pairsOf(this);
    requireArguments(arguments.length, 1, 'forEach');
    if (typeof visit !== 'function') throw new TypeError('forEach needs a function');
    for (let index = 0; index < pairsOf(this).length; index++) {
      const [key, value] = pairsOf(this)[index] as Pair;
      Reflect.apply(visit, rest[0], [value, key, this]);
    }
  });
  const { entries } = prototype as { entries?: unknown };
  Object.defineProperty(prototype, Symbol.iterator, {
    value: entries,
    writable: true,
    configurable: true,
  });
}

function method(holder: object, name: string, value: (...args: never[]) => unknown): void {
  Object.defineProperty(holder, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
