/**
 * Stands in for the module of @exodus/bytes that whatwg-url uses, and for its tables: the URL API
 * knows no other encoding than UTF-8.
 */
import { utf8Bytes } from '../utf8.ts';

/** `percentEncodeSet` has the ASCII characters to encode beyond controls and what is not ASCII. */
export function percentEncodeAfterEncoding(
  _encoding: string,
  input: string,
  percentEncodeSet: string,
  spaceAsPlus = false,
): string {
  let encoded = '';
  for (const byte of utf8Bytes(input.toWellFormed())) {
    const character = String.fromCharCode(byte);
    if (spaceAsPlus && character === ' ') encoded += '+';
    else if (byte < 0x20 || byte > 0x7e || percentEncodeSet.includes(character)) {
      encoded += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    } else encoded += character;
  }
  return encoded;
}
