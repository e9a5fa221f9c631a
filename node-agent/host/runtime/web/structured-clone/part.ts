/** structuredClone: https://html.spec.whatwg.org/#dom-structuredclone */
import { DOMException } from '../events/part.ts';
import { requireArguments, toDictionary, toSequence } from '../webidl.ts';
import { DataCloneRefusal, isBuffer } from './binary-data.ts';
import type { ObjectRecord } from './serialized.ts';
import { refusal, Serializer } from './serializer.ts';

export function structuredClone(value: unknown, options?: unknown): unknown {
  requireArguments(arguments.length, 1, 'structuredClone');
  const { transfer } = toDictionary(options, 'The options');
  const buffers = transfer === undefined ? [] : toSequence(transfer, 'The transfer list');
  try {
    return clone(value, buffers);
  } catch (error) {
    if (!(error instanceof DataCloneRefusal)) throw error;
    throw new DOMException(error.message, 'DataCloneError');
  }
}

function clone(value: unknown, buffers: readonly unknown[]): unknown {
  const transferred = new Map<object, ObjectRecord>();
  for (const buffer of buffers) {
    if (typeof buffer !== 'object' || buffer === null || !isBuffer(buffer)) throw refusal(buffer);
    if (transferred.has(buffer)) throw new DataCloneRefusal('An ArrayBuffer is transferred twice');
    transferred.set(buffer, { make: () => buffer.transfer() });
  }
  const serializer = new Serializer(transferred);
  const serialized = serializer.value(value);
  for (const [buffer, record] of transferred) {
    if ((buffer as ArrayBuffer).detached) throw new DataCloneRefusal('An ArrayBuffer is detached');
    serializer.deserializer.object(record);
  }
  return serializer.deserializer.value(serialized);
}
