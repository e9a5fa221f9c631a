/** Names for Blobs within one context: https://w3c.github.io/FileAPI/#creating-revoking */
import { loadPart } from '../kit.ts';
import { randomUuid } from '../random-bytes.ts';
import { requireArguments, toUsvString } from '../webidl.ts';

const objects = new Map<string, object>();

export function createObjectURL(object: unknown): string {
  requireArguments(arguments.length, 1, 'createObjectURL');
  const isBlob = loadPart('blob')['isBlob'] as (value: unknown) => value is object;
  if (!isBlob(object)) throw new TypeError('Only a Blob has a URL');
  const url = `blob:null/${randomUuid()}`;
  objects.set(url, object);
  return url;
}

export function revokeObjectURL(url: unknown): void {
  requireArguments(arguments.length, 1, 'revokeObjectURL');
  objects.delete(toUsvString(url));
}

/** The Blob of this name, as long as it was not revoked. */
export function objectOfUrl(url: string): object | undefined {
  return objects.get(url);
}
