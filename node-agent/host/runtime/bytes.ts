/**
 * The bytes of a buffer, or of a view of one, whatever a guest has made of its properties and of
 * what it inherits from: what the language keeps inside of them is asked, and copied at once, by
 * means that call no code of the guest's. Nothing can shrink or detach them meanwhile.
 */
import {
  apply,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isView,
  objectPrototype,
  TypeErrorConstructor,
  Uint8ArrayConstructor,
} from './intrinsics.ts';

type Getter = (this: unknown) => unknown;

const arrayPrototype = Array.prototype;
const typedArray = getPrototypeOf(Uint8Array.prototype) as object;
/** Of the four kinds, what each says of itself; one of another kind throws. */
const bufferLength = getterOf(ArrayBuffer.prototype, 'byteLength');
const isDetached = getterOf(ArrayBuffer.prototype, 'detached');
const sharedLength = getterOf(SharedArrayBuffer.prototype, 'byteLength');
const arrayBuffer = getterOf(typedArray, 'buffer');
const arrayOffset = getterOf(typedArray, 'byteOffset');
const arrayLength = getterOf(typedArray, 'byteLength');
const arrayTag = getterOf(typedArray, Symbol.toStringTag);
const viewBuffer = getterOf(DataView.prototype, 'buffer');
const viewOffset = getterOf(DataView.prototype, 'byteOffset');
const viewLength = getterOf(DataView.prototype, 'byteLength');

/** Where bytes lie: nothing is copied yet. */
export interface Extent {
  readonly buffer: ArrayBuffer;
  readonly offset: number;
  readonly length: number;
}

/**
 * Undefined for what is neither buffer nor view. Throws TypeError for one whose bytes are gone:
 * it is detached, or its buffer has shrunk to less than it shows.
 */
export function extentOf(value: unknown): Extent | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (!isView(value)) {
    const length = lengthOfBuffer(value);
    if (length === undefined) return undefined;
    refuseDetached(value);
    return { buffer: value as ArrayBuffer, offset: 0, length };
  }
  // Of a typed array it is a name, and of a DataView undefined.
  const isArray = apply(arrayTag, value, []) !== undefined;
  const buffer = apply(isArray ? arrayBuffer : viewBuffer, value, []) as ArrayBuffer;
  refuseDetached(buffer);
  // A typed array that shows what is not there any more has the length 0; a DataView throws.
  const offset = apply(isArray ? arrayOffset : viewOffset, value, []) as number;
  const length = apply(isArray ? arrayLength : viewLength, value, []) as number;
  return { buffer, offset, length };
}

/** Its own buffer, as long as they are. */
export function copyOf({ buffer, offset, length }: Extent): ArrayBuffer {
  const source = new Uint8ArrayConstructor(buffer, offset, length);
  return apply(arrayBuffer, new Uint8ArrayConstructor(source), []) as ArrayBuffer;
}

/**
 * A getter that throws costs as much as a short run: what inherits as objects and arrays do is
 * taken for one.
 */
function lengthOfBuffer(value: object): number | undefined {
  if (isPlain(value)) return undefined;
  return numberFrom(bufferLength, value) ?? numberFrom(sharedLength, value);
}

function isPlain(value: object): boolean {
  try {
    const prototype: unknown = getPrototypeOf(value);
    return prototype === objectPrototype || prototype === arrayPrototype || prototype === null;
  } catch {
    return true; // A Proxy, and no buffer.
  }
}

function refuseDetached(buffer: object): void {
  let detached: unknown = false;
  try {
    detached = apply(isDetached, buffer, []);
  } catch {
    // A shared one, which cannot be.
  }
  if (detached === true) throw new TypeErrorConstructor('its buffer is detached');
}

function numberFrom(getter: Getter, value: object): number | undefined {
  try {
    return apply(getter, value, []) as number;
  } catch {
    return undefined;
  }
}

function getterOf(prototype: object, key: PropertyKey): Getter {
  return getOwnPropertyDescriptor(prototype, key)?.get as Getter;
}
