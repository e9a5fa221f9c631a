/** atob and btoa: https://html.spec.whatwg.org/#atob */
import { DOMException } from '../events/part.ts';
import { requireArguments, toDomString } from '../webidl.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const textChunkChars = 3 * 4_096;

export function btoa(data: unknown): string {
  requireArguments(arguments.length, 1, 'btoa');
  const text = toDomString(data);
  let encoded = '';
  for (let start = 0; start < text.length; start += textChunkChars) {
    encoded += encode(text, start, Math.min(text.length, start + textChunkChars));
  }
  return encoded;
}

function encode(text: string, start: number, end: number): string {
  let encoded = '';
  for (let index = start; index < end; index += 3) {
    let bits = 0;
    for (let offset = 0; offset < 3; offset++) {
      const unit = index + offset < end ? text.charCodeAt(index + offset) : 0;
      if (unit > 0xff) {
        throw new DOMException('The text has a character that is no byte', 'InvalidCharacterError');
      }
      bits = (bits << 8) | unit;
    }
    encoded += alphabet[bits >> 18] ?? '';
    encoded += alphabet[(bits >> 12) & 63] ?? '';
    encoded += index + 1 < end ? alphabet[(bits >> 6) & 63] : '=';
    encoded += index + 2 < end ? alphabet[bits & 63] : '=';
  }
  return encoded;
}

export function atob(data: unknown): string {
  requireArguments(arguments.length, 1, 'atob');
  let text = toDomString(data).replaceAll(/[\t\n\f\r ]/g, '');
  if (text.length % 4 === 0) text = text.replace(/={1,2}$/, '');
  if (text.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(text)) {
    throw new DOMException('The text is not Base64', 'InvalidCharacterError');
  }
  let decoded = '';
  let bits = 0;
  let bitCount = 0;
  for (let index = 0; index < text.length; index++) {
    bits = ((bits << 6) | alphabet.indexOf(text[index] as string)) & 0xffffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    decoded += String.fromCharCode((bits >> bitCount) & 0xff);
  }
  return decoded;
}
