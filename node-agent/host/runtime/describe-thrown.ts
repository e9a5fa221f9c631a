/**
 * What was thrown, as three capped plain strings. Reading a thrown value may call the guest's
 * own getters and traps: that happens here, inside its context and on its budget, and whatever
 * comes of it never leaves.
 */
import { errorTextLimits } from '../../../shared/execution/limits.ts';
import type { GuestError } from '../../../shared/execution/outcome.ts';
import { cleanStack, rawStackCharsMax } from './clean-stack.ts';
import { inspect } from './inspect.ts';
import { isError, slice, stringifyJson, toText } from './intrinsics.ts';

/** What a value is called that is thrown and no Error. */
const notAnErrorName = 'NotAnError';

/** Never throws. */
export function describeThrown(thrown: unknown): GuestError {
  try {
    if (!isError(thrown)) {
      return guestError(notAnErrorName, `A value that is no Error was thrown: ${inspect(thrown)}`);
    }
    return guestError(
      readText(thrown, 'name') || 'Error',
      readText(thrown, 'message'),
      cleanStackOf(thrown),
    );
  } catch {
    return guestError(notAnErrorName, 'What was thrown cannot be described: it throws when read');
  }
}

/** The user's frames of a stack. Never throws. */
export function cleanStackOf(error: Error): string {
  return cleanStack(slice(readText(error, 'stack'), 0, rawStackCharsMax));
}

/** Three strings within their limits; safe to hand to JSON, whatever prototypes look like. */
export function guestError(name: string, message: string, stack = ''): GuestError {
  return {
    // @ts-expect-error -- JSON would ask Object.prototype for a toJSON
    __proto__: null,
    name: slice(name, 0, errorTextLimits.nameCharsMax),
    message: slice(message, 0, errorTextLimits.messageCharsMax),
    stack: slice(stack, 0, errorTextLimits.stackCharsMax),
  };
}

export function errorJson(error: GuestError): string {
  return stringifyJson(error) as string;
}

/** A property as text, when it is a primitive; else nothing. Never throws. */
function readText(error: Error, key: 'name' | 'message' | 'stack'): string {
  try {
    const value: unknown = error[key];
    if (typeof value === 'string') return value;
    if (value === undefined || value === null) return '';
    return typeof value === 'object' || typeof value === 'function' ? '' : toText(value);
  } catch {
    return '';
  }
}
