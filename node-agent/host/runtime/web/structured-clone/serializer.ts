/** StructuredSerialize: https://html.spec.whatwg.org/#structuredserializeinternal */
import { DOMException } from '../events/part.ts';
import { platformOperations } from '../kit.ts';
import { serializeBinary } from './binary-data.ts';
import { isErrorObject, serializeError } from './error-objects.ts';
import { Deserializer, type ObjectRecord, type Serialized } from './serialized.ts';

const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

/** Those with insides that no clone could have. */
const uncloneable = ['Promise', 'WeakMap', 'WeakSet', 'WeakRef', 'Generator', 'AsyncGenerator'];

export class Serializer {
  readonly deserializer = new Deserializer();
  readonly #seen = new Map<object, ObjectRecord>();

  /** `transferred` are buffers that are to be given away, and how each is found again. */
  constructor(transferred: ReadonlyMap<object, ObjectRecord>) {
    for (const [value, record] of transferred) this.#seen.set(value, record);
  }

  value(value: unknown): Serialized {
    if (typeof value === 'symbol' || typeof value === 'function') throw refusal(value);
    if (typeof value !== 'object' || value === null) return { name: 'primitive', value };
    return { name: 'object', record: this.object(value) };
  }

  object(value: object): ObjectRecord {
    const known = this.#seen.get(value);
    if (known !== undefined) return known;
    const record = this.#leaf(value) ?? this.#holder(value);
    this.#seen.set(value, record);
    if (record instanceof Holder) record.take();
    return record;
  }

  #leaf(value: object): ObjectRecord | undefined {
    const platform = platformOperations(value);
    if (platform !== undefined) {
      const { clone } = platform;
      if (clone === undefined) throw refusal(value);
      return { make: () => clone(value as never) };
    }
    if (isErrorObject(value)) return serializeError(value, this);
    return (
      serializeBinary(value, (buffer) => this.object(buffer), this.deserializer) ??
      serializePlainLeaf(value)
    );
  }

  #holder(value: object): ObjectRecord {
    const tag = tagOf(value);
    if (Array.isArray(value))
      return new Holder(
        () => Object.defineProperty([], 'length', { value: value.length }),
        () => this.#own(value),
      );
    if (tag === 'Map' && value instanceof Map) {
      return new Holder(
        () => new Map(),
        () => this.#map(value),
      );
    }
    if (tag === 'Set' && value instanceof Set) {
      return new Holder(
        () => new Set(),
        () => this.#set(value),
      );
    }
    if (uncloneable.includes(tag)) throw refusal(value);
    return new Holder(
      () => ({}),
      () => this.#own(value),
    );
  }

  #own(value: object): (target: object) => void {
    const entries: (readonly [string, Serialized])[] = [];
    for (const key of Object.keys(value)) {
      // A getter of an earlier key may have removed it.
      if (!Object.hasOwn(value, key)) continue;
      entries.push([key, this.value((value as Record<string, unknown>)[key])]);
    }
    return (target) => {
      for (const [key, part] of entries) {
        const made = this.deserializer.value(part);
        const property = { value: made, writable: true, enumerable: true, configurable: true };
        Object.defineProperty(target, key, property);
      }
    };
  }

  #map(map: ReadonlyMap<unknown, unknown>): (target: Map<unknown, unknown>) => void {
    const entries = [...map].map(([key, value]) => [this.value(key), this.value(value)] as const);
    return (target) => {
      for (const [key, value] of entries) {
        target.set(this.deserializer.value(key), this.deserializer.value(value));
      }
    };
  }

  #set(set: ReadonlySet<unknown>): (target: Set<unknown>) => void {
    const members = [...set].map((member) => this.value(member));
    return (target) => {
      for (const member of members) target.add(this.deserializer.value(member));
    };
  }
}

/** An object that holds others, which are taken apart when it is known itself: it may hold itself. */
class Holder implements ObjectRecord {
  readonly make: () => object;
  readonly #take: () => (target: never) => void;
  fill?: (target: never) => void;

  constructor(make: () => object, take: () => (target: never) => void) {
    this.make = make;
    this.#take = take;
  }

  take(): void {
    this.fill = this.#take();
  }
}

function serializePlainLeaf(value: object): ObjectRecord | undefined {
  switch (tagOf(value)) {
    case 'Date':
      if (!(value instanceof Date)) return undefined;
      return constant(value.getTime(), (time) => new Date(time));
    case 'RegExp':
      if (!(value instanceof RegExp)) return undefined;
      return constant(
        [value.source, value.flags] as const,
        ([source, flags]) => new RegExp(source, flags),
      );
    case 'Boolean':
    case 'Number':
    case 'String':
    case 'BigInt':
      if (!isBox(value)) return undefined;
      return constant(value.valueOf(), (primitive) => Object(primitive) as object);
    case 'Symbol':
      throw refusal(value);
    default:
      return undefined;
  }
}

function isBox(value: object): boolean {
  return [Boolean, Number, String, BigInt].some((box) => value instanceof box);
}

function constant<Value>(value: Value, make: (value: Value) => object): ObjectRecord {
  return { make: () => make(value) };
}

export function refusal(value: unknown): DOMException {
  const shown =
    typeof value === 'symbol' || typeof value === 'function'
      ? String(value)
      : `#<${tagOf(value as object)}>`;
  return new DOMException(`${shown} could not be cloned.`, 'DataCloneError');
}
