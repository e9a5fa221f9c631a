/** Reads what is stored in an object or its prototypes, and calls no getter for it. */
import { getOwnPropertyDescriptor, getPrototypeOf, objectPrototype } from './intrinsics.ts';

const prototypesMax = 16;

export function inheritedData(value: object, key: PropertyKey): unknown {
  let holder: object | null = value;
  for (let step = 0; holder !== null && step < prototypesMax; step++) {
    const property = getOwnPropertyDescriptor(holder, key);
    if (property !== undefined) return property.value;
    holder = getPrototypeOf(holder);
  }
  return undefined;
}

export function ownData(value: object, key: PropertyKey): unknown {
  return getOwnPropertyDescriptor(value, key)?.value;
}

/** What a thing is an instance of; empty when it has no prototype. */
export function className(value: object): string {
  const prototype = getPrototypeOf(value);
  if (prototype === null) return '';
  if (prototype === objectPrototype) return 'Object';
  const constructor = inheritedData(prototype, 'constructor');
  const name = typeof constructor === 'function' ? ownData(constructor, 'name') : undefined;
  return typeof name === 'string' && name !== '' ? name : 'Object';
}
