/** How a run's input and its result lie in frames: which of the two it is, then the text or the bytes. */
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

const payloadForms = ['none', 'json', 'bytes'] as const;
const [none, json, bytes] = [0, 1, 2];

export function writePayload(
  writer: ByteWriter,
  text: string | undefined,
  raw: Uint8Array | undefined,
): void {
  if (text !== undefined) {
    writer.u8(json);
    writer.text(text);
  } else if (raw !== undefined) {
    writer.u8(bytes);
    writer.bytes(raw);
  } else writer.u8(none);
}

/** Undefined where there is none. */
export function readPayload(reader: ByteReader): string | Uint8Array | undefined {
  switch (reader.oneOf(payloadForms)) {
    case 'json':
      return reader.text();
    case 'bytes':
      return reader.bytes();
    case 'none':
      return undefined;
  }
}
