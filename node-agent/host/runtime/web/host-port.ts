/**
 * The way from the web APIs to their host. What goes through it are texts, numbers, and byte
 * arrays that are copied here first, exactly: a view would take its whole buffer along. The
 * function itself stays here, out of reach of programs that patch what the web APIs use.
 */
import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  RangeErrorConstructor,
  TypeErrorConstructor,
} from '../intrinsics.ts';
import { type CallHost, type ServiceValue, serviceBytesMax } from './host-service-protocol.ts';

const port = { __proto__: null, call: undefined as CallHost | undefined };

const BytesConstructor = Uint8Array;
const viewPrototype = getPrototypeOf(Uint8Array.prototype) as object;
const kindOfView = getterOf(viewPrototype, Symbol.toStringTag);
const lengthOfView = getterOf(viewPrototype, 'length');
const setView = (viewPrototype as Uint8Array).set;

const { wait } = Atomics;
const WordsConstructor = Int32Array;
const SharedBufferConstructor = SharedArrayBuffer;

/** Holds this thread. Not to be called where it is the host's only one. */
export function waitMs(pauseMs: number): void {
  wait(new WordsConstructor(new SharedBufferConstructor(4)), 0, 0, pauseMs);
}

export function connectHost(call: CallHost): void {
  port.call = call;
}

/** Throws a RangeError for more than `serviceBytesMax`, and a TypeError for any other kind of value. */
export function askHost(service: number, ...args: ServiceValue[]): ServiceValue {
  const given: ServiceValue[] = [];
  let total = 0;
  for (let index = 0; index < args.length; index++) {
    const value = portable(args[index]);
    if (typeof value === 'string') total += value.length;
    else if (typeof value === 'object') total += apply(lengthOfView, value, []) as number;
    // Appending, or assigning, would call a setter that was planted on Array.prototype.
    defineProperty(given, index, { value, writable: true, enumerable: true, configurable: true });
  }
  if (total > serviceBytesMax) {
    throw new RangeErrorConstructor(
      `That is more than can be worked on at once, ${serviceBytesMax} bytes: ${total}`,
    );
  }
  const call = port.call as CallHost;
  return call(service, given[0], given[1], given[2], given[3], given[4], given[5]);
}

function portable(value: unknown): ServiceValue {
  if (value === undefined || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) throw new TypeErrorConstructor('Not portable');
  if (apply(kindOfView, value, []) !== 'Uint8Array') throw new TypeErrorConstructor('Not portable');
  const length = apply(lengthOfView, value, []) as number;
  if (length > serviceBytesMax) {
    throw new RangeErrorConstructor(
      `That is more than can be worked on at once, ${serviceBytesMax} bytes: ${length}`,
    );
  }
  const copy = new BytesConstructor(length);
  apply(setView, copy, [value as Uint8Array]);
  return copy;
}

function getterOf(holder: object, key: string | symbol): (this: unknown) => unknown {
  return getOwnPropertyDescriptor(holder, key)?.get as (this: unknown) => unknown;
}
