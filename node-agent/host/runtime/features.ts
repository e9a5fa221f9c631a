/**
 * Takes away what guests of this node are not to find (frames/guest-features.ts). Done once a
 * context, before any guest code: the runtime's own reading of the language is over.
 */
import { type GuestFeature, guestFeatureBits } from '../../frames/guest-features.ts';
import { define } from './define.ts';
import {
  apply,
  defineProperty,
  deleteProperty,
  EvalErrorConstructor,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  globalObject,
  TypeErrorConstructor,
} from './intrinsics.ts';
import { coarsenTemporal } from './temporal.ts';

export function offerFeatures(bits: number): void {
  const has = (feature: GuestFeature): boolean => (bits & guestFeatureBits([feature])) !== 0;
  if (!has('eval')) deleteProperty(globalObject, 'eval');
  if (!has('function-constructor')) removeFunctionConstructors();
  if (!has('webassembly')) deleteProperty(globalObject, 'WebAssembly');
  if (!has('shared-memory')) removeSharedMemory(has('webassembly'));
  if (!has('fine-clock')) coarsenTemporal();
}

/**
 * The constructors are reached through their prototypes only, three of the four through nothing
 * else. What takes their place still answers `instanceof`.
 */
function removeFunctionConstructors(): void {
  const kinds = [
    () => {},
    async () => {},
    function* generate() {},
    async function* generateLater() {},
  ];
  for (let index = 0; index < kinds.length; index++) {
    const prototype = getPrototypeOf(kinds[index] as object) as object;
    const refusing = function Function(): never {
      throw new EvalErrorConstructor('Code cannot be made from text here');
    };
    defineProperty(refusing, 'prototype', { value: prototype, writable: false });
    defineProperty(prototype, 'constructor', { value: refusing });
    if (index === 0) defineProperty(globalObject, 'Function', { value: refusing });
  }
}

/** WebAssembly makes shared memory too, and a memory has three ways to its buffer. */
function removeSharedMemory(hasWebAssembly: boolean): void {
  deleteProperty(globalObject, 'SharedArrayBuffer');
  deleteProperty(Atomics, 'wait');
  if (!hasWebAssembly) return;
  const { WebAssembly } = globalObject as unknown as {
    readonly WebAssembly: { readonly Memory: { readonly prototype: BufferHolder } };
  };
  const memoryPrototype = WebAssembly.Memory.prototype;
  const { toFixedLengthBuffer: makeFixed, toResizableBuffer: makeResizable } = memoryPrototype;
  const bufferOf = getterOf(memoryPrototype, 'buffer');
  defineProperty(memoryPrototype, 'buffer', {
    get: function buffer(this: object) {
      return unshared(apply(bufferOf, this, []) as object);
    },
  });
  define(memoryPrototype, 'toFixedLengthBuffer', function toFixedLengthBuffer(this: object) {
    return unshared(apply(makeFixed, this, []));
  });
  define(memoryPrototype, 'toResizableBuffer', function toResizableBuffer(this: object) {
    return unshared(apply(makeResizable, this, []));
  });
}

interface BufferHolder {
  readonly toFixedLengthBuffer: () => object;
  readonly toResizableBuffer: () => object;
}

const unsharedByteLengthOf = getterOf(ArrayBuffer.prototype, 'byteLength');

/** Throws where the buffer is shared, which it says to none but the language itself. */
function unshared(buffer: object): object {
  try {
    apply(unsharedByteLengthOf, buffer, []);
  } catch {
    throw new TypeErrorConstructor('Memory cannot be shared here');
  }
  return buffer;
}

function getterOf(holder: object, key: string): (this: object) => unknown {
  return getOwnPropertyDescriptor(holder, key)?.get as (this: object) => unknown;
}
