/** Buffers and views of them, on their way through structuredClone. */
import type { Deserializer, ObjectRecord } from './serialized.ts';

type SerializeBuffer = (buffer: object) => ObjectRecord;
type ViewConstructor = new (buffer: ArrayBuffer, at: number, length?: number) => object;

const byteLengthOf = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')?.get as (
  this: unknown,
) => number;

/** Undefined for what is neither a buffer nor a view. */
export function serializeBinary(
  value: object,
  serialize: SerializeBuffer,
  deserializer: Deserializer,
): ObjectRecord | undefined {
  if (ArrayBuffer.isView(value)) return serializeView(value, serialize, deserializer);
  if (isShared(value)) return { make: () => value };
  return isBuffer(value) ? serializeBuffer(value) : undefined;
}

export function isBuffer(value: object): value is ArrayBuffer {
  try {
    Reflect.apply(byteLengthOf, value, []);
    return true;
  } catch {
    return false;
  }
}

function isShared(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object SharedArrayBuffer]';
}

function serializeBuffer(buffer: ArrayBuffer): ObjectRecord {
  if (buffer.detached) throw new DataCloneRefusal('An ArrayBuffer is detached');
  const { byteLength, maxByteLength, resizable } = buffer;
  const options = resizable ? { maxByteLength } : undefined;
  const copy = new ArrayBuffer(byteLength, options);
  new Uint8Array(copy).set(new Uint8Array(buffer));
  return { make: () => copy };
}

/** Becomes a DOMException where it is caught: this file would import in a circle. */
export class DataCloneRefusal extends Error {}

function serializeView(
  view: ArrayBufferView,
  serialize: SerializeBuffer,
  deserializer: Deserializer,
): ObjectRecord {
  if (isOutOfBounds(view)) throw new DataCloneRefusal('A view is out of its buffer’s bounds');
  const Constructor = constructorOf(view);
  const buffer = serialize(view.buffer);
  const { byteOffset, byteLength } = view;
  const elementBytes = (view as Partial<Uint16Array>).BYTES_PER_ELEMENT ?? 1;
  const length = tracksLength(view) ? undefined : byteLength / elementBytes;
  return {
    make: () => new Constructor(deserializer.object(buffer) as ArrayBuffer, byteOffset, length),
  };
}

/** Of a view without a length of its own, which follows its buffer's. */
function tracksLength(view: ArrayBufferView): boolean {
  const buffer = view.buffer as ArrayBuffer;
  if (!buffer.resizable || view.byteOffset + view.byteLength !== buffer.byteLength) {
    return false;
  }
  const { byteLength } = buffer;
  if (byteLength === buffer.maxByteLength) return false;
  const before = view.byteLength;
  buffer.resize(Math.min(buffer.maxByteLength, byteLength + 8));
  const follows = view.byteLength !== before;
  buffer.resize(byteLength);
  return follows;
}

/** Or its buffer is detached: the language has both refuse their methods. */
function isOutOfBounds(view: ArrayBufferView): boolean {
  try {
    if (view instanceof DataView) void view.byteLength;
    else Reflect.apply(Uint8Array.prototype.keys, view, []);
    return false;
  } catch {
    return true;
  }
}

function constructorOf(view: ArrayBufferView): ViewConstructor {
  const tag = Object.prototype.toString.call(view).slice(8, -1);
  if (tag === 'DataView') return DataView;
  return Reflect.get(viewConstructors, tag) as ViewConstructor;
}

const viewConstructors = Object.fromEntries(
  [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float16Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  ].map((constructor) => [constructor.name, constructor]),
);
