/** multipart/form-data, written and read: https://www.rfc-editor.org/rfc/rfc7578 */
import { bytesOfBlobObject, entriesOfForm, File, FormData } from '../blob/part.ts';
import { TextDecoder } from '../encoding/part.ts';
import { utf8Bytes } from '../utf8.ts';

const newline = '\r\n';

export function writeMultipart(form: InstanceType<typeof FormData>, boundary: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (const [name, value] of entriesOfForm(form)) {
    const head = `--${boundary}${newline}Content-Disposition: form-data; name="${escapeName(name)}"`;
    if (typeof value === 'string') {
      chunks.push(utf8Bytes(`${head}${newline}${newline}${withNewlines(value)}${newline}`));
      continue;
    }
    const type = value.type || 'application/octet-stream';
    const fileHead = `${head}; filename="${escapeFileName(value.name)}"${newline}Content-Type: ${type}`;
    chunks.push(utf8Bytes(`${fileHead}${newline}${newline}`));
    chunks.push(bytesOfBlobObject(value), utf8Bytes(newline));
  }
  chunks.push(utf8Bytes(`--${boundary}--${newline}`));
  return joinBytes(chunks);
}

function escapeFileName(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}

function escapeName(name: string): string {
  return escapeFileName(withNewlines(name));
}

function withNewlines(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, newline);
}

export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Throws a TypeError for what is no multipart/form-data of this boundary. */
export function readMultipart(bytes: Uint8Array, boundary: string): InstanceType<typeof FormData> {
  const form = new FormData();
  const delimiter = utf8Bytes(`--${boundary}`);
  // The first delimiter may stand at the very beginning, all others have a line break before them.
  let at = indexOf(bytes, delimiter, 0);
  if (at === -1) throw malformed();
  at += delimiter.length;
  while (!startsWith(bytes, at, '--')) {
    if (!startsWith(bytes, at, newline)) throw malformed();
    const headEnd = indexOf(bytes, utf8Bytes(newline + newline), at);
    const end =
      headEnd === -1 ? -1 : indexOf(bytes, utf8Bytes(`${newline}--${boundary}`), headEnd + 2);
    if (end === -1) throw malformed();
    const head = decode(bytes.subarray(at, headEnd));
    addPart(form, head, bytes.subarray(Math.min(end, headEnd + 4), end));
    at = end + 2 + delimiter.length;
  }
  return form;
}

function addPart(form: InstanceType<typeof FormData>, head: string, body: Uint8Array): void {
  const disposition = /content-disposition:\s*form-data\s*(;[^\r\n]*)/i.exec(head)?.[1];
  if (disposition === undefined) throw malformed();
  const name = /;\s*name="([^"]*)"/.exec(disposition)?.[1];
  const fileName = /;\s*filename="([^"]*)"/.exec(disposition)?.[1];
  if (name === undefined) throw malformed();
  if (fileName === undefined) {
    form.append(unescapeName(name), decode(body));
    return;
  }
  const type = /content-type:\s*([^\r\n]*)/i.exec(head)?.[1] ?? 'text/plain';
  form.append(unescapeName(name), new File([body], unescapeName(fileName), { type }));
}

function unescapeName(name: string): string {
  return name.replaceAll(/%0A/gi, '\n').replaceAll(/%0D/gi, '\r').replaceAll('%22', '"');
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return utf8Bytes(text).every((byte, index) => bytes[at + index] === byte);
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const first = wanted[0] as number;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < wanted.length && bytes[at + length] === wanted[length]) length++;
    if (length === wanted.length) return at;
  }
  return -1;
}

function malformed(): TypeError {
  return new TypeError('The body is no multipart/form-data');
}
