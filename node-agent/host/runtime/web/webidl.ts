/** How Web IDL has values converted and interfaces laid out: https://webidl.spec.whatwg.org/ */
import { addPlatformPrototype } from './kit.ts';

/** Throws a TypeError for a symbol, as for what cannot be made a text. */
export function toDomString(value: unknown): string {
  if (typeof value === 'symbol') throw new TypeError('A symbol cannot be made a text');
  return String(value);
}

/** With U+FFFD in the place of each lone surrogate. */
export function toUsvString(value: unknown): string {
  return toDomString(value).toWellFormed();
}

/** A double, refusing NaN and infinities. */
export function toFiniteNumber(value: unknown, what: string): number {
  const number = Number(value);
  if (!Number.isFinite(number)) throw new TypeError(`${what} is no finite number`);
  return number;
}

/** An integer from 0 to `max`, with [EnforceRange]. */
export function toEnforcedInteger(value: unknown, max: number, what: string): number {
  const number = toFiniteNumber(value, what);
  const integer = Math.trunc(number);
  if (integer < 0 || integer > max) throw new TypeError(`${what} is outside 0 to ${max}`);
  return integer + 0;
}

/** An integer of so many bits, taken modulo, as `unsigned long` and its kin. */
export function toWrappedInteger(value: unknown, bits: number, isSigned: boolean): number {
  const number = Number(value);
  if (!Number.isFinite(number)) return 0;
  if (Number.isSafeInteger(number) && Math.abs(number) < 2 ** (bits - 1)) {
    if (isSigned || number >= 0) return number + 0;
  }
  const range = 2 ** bits;
  const wrapped = ((Math.trunc(number) % range) + range) % range;
  return isSigned && wrapped >= range / 2 ? wrapped - range : wrapped + 0;
}

/** A dictionary as an object: undefined and null are an empty one. */
export function toDictionary(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' && typeof value !== 'function') {
    throw new TypeError(`${what} is no object`);
  }
  return value as Record<string, unknown>;
}

/** The members of an iterable object. */
export function toSequence(value: unknown, what: string): unknown[] {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
    throw new TypeError(`${what} is no sequence`);
  }
  const iterate = (value as Partial<Iterable<unknown>>)[Symbol.iterator];
  if (typeof iterate !== 'function') throw new TypeError(`${what} is no sequence`);
  return [...(value as Iterable<unknown>)];
}

export function requireArguments(given: number, needed: number, what: string): void {
  if (given < needed) {
    throw new TypeError(`${what} needs ${needed} arguments, and got ${given}`);
  }
}

type Interface = { readonly prototype: object; readonly name: string };

/**
 * Lays a class out as an interface: what it declares is listed, it says its name, and its
 * constants stand on both it and its prototype.
 */
export function asInterface<Class extends Interface>(
  constructor: Class,
  name: string,
  constants: Readonly<Record<string, number>> = {},
): Class {
  const { prototype } = constructor;
  listMembers(prototype);
  listMembers(constructor);
  for (const [key, value] of Object.entries(constants)) {
    Object.defineProperty(constructor, key, { value, enumerable: true });
    Object.defineProperty(prototype, key, { value, enumerable: true });
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: name, configurable: true });
  addPlatformPrototype(prototype);
  // The bundler may have given the class another name.
  Object.defineProperty(constructor, 'name', { value: name, configurable: true });
  return constructor;
}

function listMembers(holder: object): void {
  for (const key of Object.getOwnPropertyNames(holder)) {
    if (['constructor', 'prototype', 'name', 'length'].includes(key)) continue;
    Object.defineProperty(holder, key, { enumerable: true });
  }
}
