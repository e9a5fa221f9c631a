/** What can be given as a body, and its type: https://fetch.spec.whatwg.org/#bodyinit-unions */
import { bytesOfBlobObject, isBlob, isBufferSource, isFormData } from '../blob/part.ts';
import { bytesOf } from '../encoding/part.ts';
import { randomUuid } from '../random-bytes.ts';
import { ReadableStream } from '../streams/part.ts';
import { URLSearchParams } from '../url/part.ts';
import { utf8Bytes } from '../utf8.ts';
import { toUsvString } from '../webidl.ts';
import { Body } from './body.ts';
import { writeMultipart } from './multipart.ts';

export interface Extracted {
  readonly body: Body;
  readonly type: string | null;
}

export function extractBody(init: unknown): Extracted {
  if (typeof init !== 'object' || init === null) return text(toUsvString(init), 'text/plain');
  if (init instanceof ReadableStream) {
    if (init.locked || isRead(init)) throw new TypeError('The stream is locked, or was read from');
    return { body: new Body(init), type: null };
  }
  if (isBlob(init)) {
    return { body: new Body(bytesOfBlobObject(init)), type: init.type === '' ? null : init.type };
  }
  if (isBufferSource(init)) return { body: new Body(bytesOf(init).slice()), type: null };
  if (isFormData(init)) {
    const boundary = `----formdata-${randomUuid()}`;
    const type = `multipart/form-data; boundary=${boundary}`;
    return { body: new Body(writeMultipart(init, boundary)), type };
  }
  if (init instanceof URLSearchParams) {
    return text(String(init), 'application/x-www-form-urlencoded');
  }
  return text(toUsvString(init), 'text/plain');
}

function text(content: string, essence: string): Extracted {
  return { body: new Body(utf8Bytes(content)), type: `${essence};charset=UTF-8` };
}

function isRead(stream: object): boolean {
  return (stream as { readonly _disturbed?: boolean })._disturbed === true;
}
