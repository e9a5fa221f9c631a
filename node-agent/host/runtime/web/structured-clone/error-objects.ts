/** Errors, on their way through structuredClone: a name that the language knows, and the texts. */
import { toDomString } from '../webidl.ts';
import type { ObjectRecord, PartSerializer, Serialized } from './serialized.ts';

const kinds = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

export function isErrorObject(value: object): value is Error {
  return (Error as unknown as { isError(value: unknown): boolean }).isError(value);
}

export function serializeError(error: Error, serializer: PartSerializer): ObjectRecord {
  const name = toDomString(error.name);
  const own = (key: string): PropertyDescriptor | undefined =>
    Object.getOwnPropertyDescriptor(error, key);
  const messageProperty = own('message');
  const message =
    messageProperty && 'value' in messageProperty ? String(messageProperty.value) : undefined;
  const stack: unknown = error.stack;
  const causeProperty = own('cause');
  const record: ObjectRecord = {
    make: () => {
      const Constructor = Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : Error;
      const made = new Constructor(message);
      if (typeof stack === 'string') hide(made, 'stack', stack);
      return made;
    },
  };
  if (causeProperty && 'value' in causeProperty) {
    let cause: Serialized | undefined = serializer.value(causeProperty.value);
    record.fill = (target: object) => {
      if (cause) hide(target, 'cause', serializer.deserializer.value(cause));
      cause = undefined;
    };
  }
  return record;
}

function hide(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true });
}
