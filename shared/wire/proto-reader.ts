/**
 * Reads the protobuf wire format. The codecs generated from the protocol say what to expect. The
 * bytes are a stranger's: nothing is read beyond the end of the message, or of a message in it.
 */
import { WireError } from './wire-error.ts';

/** Of a varint of 64 bits. */
const varintBytesMax = 10;
const doubleBytes = 8;
/** Seven bytes of seven bits each: a number still holds them exactly. */
const int64ScaleFastMax = 2 ** 49;
/** Below it a loop is faster than a call into the runtime. */
const shortTextBytes = 12;

const wireTypes = { varint: 0, fixed64: 1, lengthDelimited: 2, fixed32: 5 };

export class ProtoReader {
  readonly #bytes: Buffer;
  #at = 0;
  /** Of the innermost message. */
  #end: number;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#end = bytes.length;
  }

  /** Whether the innermost message goes on. */
  get hasMore(): boolean {
    return this.#at < this.#end;
  }

  /** Enters a message; give what it returns to `leave`. */
  enter(): number {
    const outerEnd = this.#end;
    this.#end = this.#endOfLength();
    return outerEnd;
  }

  leave(outerEnd: number): void {
    this.#end = outerEnd;
  }

  uint32(): number {
    const first = this.#byte();
    return first < 128 ? first : this.#longVarint(first) >>> 0;
  }

  int32(): number {
    return this.uint32() | 0;
  }

  bool(): boolean {
    return this.int64() !== 0;
  }

  /** As near as a number comes to it. */
  int64(): number {
    let byte = this.#byte();
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      // What is longer is above 2^49, or negative: rare, so it may be slow.
      if (scale === int64ScaleFastMax) return Number(this.#longInt64(BigInt(value)));
      byte = this.#byte();
      value += (byte & 127) * scale;
    }
    return value;
  }

  double(): number {
    const start = this.#at;
    this.#advance(doubleBytes);
    return this.#bytes.readDoubleLE(start);
  }

  /** What is not UTF-8 becomes U+FFFD. */
  string(): string {
    const end = this.#endOfLength();
    const start = this.#at;
    this.#at = end;
    const short = end - start < shortTextBytes ? this.#shortAscii(start, end) : undefined;
    return short ?? this.#bytes.toString('utf8', start, end);
  }

  /** A message to be read by itself: a view of these bytes, not a copy. */
  bytes(): Buffer {
    const end = this.#endOfLength();
    const start = this.#at;
    this.#at = end;
    return this.#bytes.subarray(start, end);
  }

  /** Of a field: a copy, so that what is kept of a message does not keep all of it. */
  ownBytes(): Buffer {
    const bytes = this.bytes();
    const copy = Buffer.allocUnsafeSlow(bytes.length);
    copy.set(bytes);
    return copy;
  }

  /** Passes over a field that this version does not know. */
  skip(tag: number): void {
    if (tag < 8) throw new WireError('Could not read a message: it has a field of number 0');
    switch (tag & 7) {
      case wireTypes.varint:
        this.int64();
        return;
      case wireTypes.fixed64:
        this.#advance(doubleBytes);
        return;
      case wireTypes.lengthDelimited:
        this.#at = this.#endOfLength();
        return;
      case wireTypes.fixed32:
        this.#advance(4);
        return;
      default:
        throw new WireError(`Could not read a message: it has a field of wire type ${tag & 7}`);
    }
  }

  #byte(): number {
    if (this.#at >= this.#end) throw cutOff();
    return this.#bytes[this.#at++] as number;
  }

  #advance(bytes: number): void {
    if (bytes > this.#end - this.#at) throw cutOff();
    this.#at += bytes;
  }

  #endOfLength(): number {
    const length = this.uint32();
    if (length > this.#end - this.#at) throw cutOff();
    return this.#at + length;
  }

  /** The low 32 bits of what began with `first`. */
  #longVarint(first: number): number {
    let value = first & 127;
    for (let shift = 7, read = 1; read < varintBytesMax; shift += 7, read++) {
      const byte = this.#byte();
      if (shift < 32) value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
    throw endless();
  }

  /** What goes on after the seven bytes that came to `low`. */
  #longInt64(low: bigint): bigint {
    let value = low;
    for (let shift = 49n, read = 7; read < varintBytesMax; shift += 7n, read++) {
      const byte = this.#byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asIntN(64, value);
    }
    throw endless();
  }

  #shortAscii(start: number, end: number): string | undefined {
    const bytes = this.#bytes;
    let text = '';
    for (let i = start; i < end; i++) {
      const byte = bytes[i] as number;
      if (byte > 127) return undefined;
      text += String.fromCharCode(byte);
    }
    return text;
  }
}

function cutOff(): WireError {
  return new WireError('Could not read a message: it is cut off');
}

function endless(): WireError {
  return new WireError('Could not read a message: a number in it does not end');
}
