/**
 * How a cache's values become bytes and back. What a cache gives out is always its own copy, made by
 * `decode`: nobody changes what others get.
 */
export interface ValueCodec<Value> {
  encode(value: Value): Uint8Array;
  /** Throws for bytes of another version. What it returns may be shared, and so must be frozen. */
  decode(bytes: Buffer): Value;
}

/** For what JSON can say. */
export function jsonCodec<Value>(): ValueCodec<Value> {
  return {
    encode: (value) => Buffer.from(JSON.stringify(value)),
    decode: (bytes) => frozen(JSON.parse(bytes.toString()) as Value),
  };
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
