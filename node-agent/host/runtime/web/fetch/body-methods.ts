/** `body`, `bodyUsed` and the ways to read a body, of requests and responses alike. */
import { Blob, FormData } from '../blob/part.ts';
import { TextDecoder } from '../encoding/part.ts';
import { URLSearchParams } from '../url/part.ts';
import type { Body } from './body.ts';
import { parseMimeType, writeMimeType } from './mime-type.ts';
import { readMultipart } from './multipart.ts';

export interface BodyHolder {
  readonly body: Body | null;
  readonly contentType: string | null;
}

/** `holderOf` throws a TypeError for what is no instance of the interface. */
export function addBodyMethods<Instance extends object>(
  constructor: { readonly prototype: Instance },
  holderOf: (instance: Instance) => BodyHolder,
): void {
  const { prototype } = constructor;
  getter(prototype, 'body', (instance) => holderOf(instance as Instance).body?.stream ?? null);
  getter(prototype, 'bodyUsed', (instance) => holderOf(instance as Instance).body?.isUsed ?? false);
  const reader = (name: string, convert: Convert): void => {
    const method = {
      async [name](this: Instance): Promise<unknown> {
        const { body, contentType } = holderOf(this);
        if (body?.isUnusable === true)
          throw new TypeError('The body was used already, or is locked');
        const bytes = (await body?.readAll()) ?? new Uint8Array();
        return convert(bytes, contentType);
      },
    }[name];
    Object.defineProperty(prototype, name, {
      value: method,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  };
  reader('arrayBuffer', (bytes) => bytes.slice().buffer);
  reader('blob', (bytes, type) => new Blob([bytes], { type: blobType(type) }));
  reader('bytes', (bytes) => bytes.slice());
  reader('formData', toFormData);
  reader('json', (bytes) => JSON.parse(toText(bytes)) as unknown);
  reader('text', toText);
}

type Convert = (bytes: Uint8Array, contentType: string | null) => unknown;

function getter(prototype: object, name: string, read: (instance: unknown) => unknown): void {
  const { get } = Object.getOwnPropertyDescriptor(
    {
      get [name](): unknown {
        return read(this);
      },
    },
    name,
  ) as { get: () => unknown };
  Object.defineProperty(prototype, name, { get, enumerable: true, configurable: true });
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function blobType(contentType: string | null): string {
  const type = parseMimeType(contentType);
  return type === undefined ? '' : writeMimeType(type);
}

function toFormData(bytes: Uint8Array, contentType: string | null): object {
  const type = parseMimeType(contentType);
  const boundary = type?.parameters.get('boundary');
  if (type?.essence === 'multipart/form-data' && boundary !== undefined) {
    return readMultipart(bytes, boundary);
  }
  if (type?.essence !== 'application/x-www-form-urlencoded') {
    throw new TypeError('The body has no type that forms have');
  }
  const form = new FormData();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // A question mark at the beginning belongs to the first name here.
  const pairs = new URLSearchParams(text.startsWith('?') ? `?${text}` : text);
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}
