/**
 * The web APIs' names in the global scope. Each is an accessor that becomes an ordinary property
 * when it is first read, by running the part that brings it; assigned before that, it is what was
 * assigned.
 */
import { defineProperty, globalObject } from '../intrinsics.ts';
import type { WebPart } from './host-service-protocol.ts';
import { usePart } from './use-part.ts';

/** Interfaces, which are not listed among the global object's keys. */
const interfaces: readonly (readonly [part: WebPart, names: readonly string[]])[] = [
  [
    'events',
    [
      'Event',
      'EventTarget',
      'CustomEvent',
      'ErrorEvent',
      'MessageEvent',
      'AbortController',
      'AbortSignal',
      'DOMException',
    ],
  ],
  ['encoding', ['TextEncoder', 'TextDecoder']],
  ['url', ['URL', 'URLSearchParams']],
  [
    'streams',
    [
      'ReadableStream',
      'ReadableStreamDefaultReader',
      'ReadableStreamBYOBReader',
      'ReadableStreamDefaultController',
      'ReadableByteStreamController',
      'ReadableStreamBYOBRequest',
      'WritableStream',
      'WritableStreamDefaultWriter',
      'WritableStreamDefaultController',
      'TransformStream',
      'TransformStreamDefaultController',
      'ByteLengthQueuingStrategy',
      'CountQueuingStrategy',
      'TextEncoderStream',
      'TextDecoderStream',
    ],
  ],
  ['blob', ['Blob', 'File', 'FormData']],
  ['fetch', ['Headers', 'Request', 'Response']],
  ['compression', ['CompressionStream', 'DecompressionStream']],
  ['url-pattern', ['URLPattern']],
  ['surroundings', ['Navigator', 'Performance']],
  ['crypto', ['Crypto', 'CryptoKey', 'SubtleCrypto']],
];

/** Functions and objects, which are. */
const others: readonly (readonly [part: WebPart, names: readonly string[]])[] = [
  ['encoding', ['atob', 'btoa']],
  ['structured-clone', ['structuredClone']],
  ['fetch', ['fetch']],
  ['crypto', ['crypto']],
  ['surroundings', ['navigator', 'performance', 'reportError']],
];

export function installLazyGlobals(): void {
  install(interfaces, false);
  install(others, true);
  put('self', globalObject, true);
}

function install(parts: typeof interfaces, enumerable: boolean): void {
  for (let index = 0; index < parts.length; index++) {
    const { 0: part, 1: names } = parts[index] as (typeof interfaces)[number];
    for (let at = 0; at < names.length; at++) installOne(part, names[at] as string, enumerable);
  }
}

/**
 * This is done in every context, for some seventy names: one function is both getter and setter,
 * and the descriptor is an ordinary object, which is made in a third of the time of one without a
 * prototype. No guest was here before.
 */
function installOne(part: WebPart, name: string, enumerable: boolean): void {
  const access = (...assigned: unknown[]): unknown => {
    const value = assigned.length === 0 ? usePart(part)[name] : assigned[0];
    if (value !== undefined || assigned.length > 0) put(name, value, enumerable);
    return value;
  };
  defineProperty(globalObject, name, { get: access, set: access, configurable: true, enumerable });
}

function put(name: string, value: unknown, enumerable: boolean): void {
  defineProperty(globalObject, name, {
    // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
    __proto__: null,
    value,
    writable: true,
    configurable: true,
    enumerable,
  });
}
