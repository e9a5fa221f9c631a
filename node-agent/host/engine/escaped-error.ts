/** What isolated-vm throws at the host, as the plain and capped description that users see. */
import { errorTextLimits } from '../../../shared/execution/limits.ts';
import type { GuestError } from '../../../shared/execution/outcome.ts';
import { cleanStack, rawStackCharsMax } from '../runtime/clean-stack.ts';

const place = /^[^\]\n]+:\d+:\d+$/;
const placeCharsMax = 512;
/** What it says in place of an object that is no Error, which it does not let out. */
const engineOnObjects = 'An object was thrown from supplied code within isolated-vm';

/**
 * `thrown` is a copy that isolated-vm made for this realm: reading it runs no guest code. But its
 * texts are a guest's, as long and as odd as it likes: no work is done on them that is more than
 * linear, and little on what is beyond the limits.
 */
export function escapedError(thrown: unknown): GuestError {
  if (!(thrown instanceof Error)) {
    return capped('NotAnError', `A value that is no Error was thrown: ${String(thrown)}`, '');
  }
  const { name, message, stack = '' } = thrown;
  if (message.startsWith(engineOnObjects)) {
    return capped('NotAnError', 'An object that is no Error was thrown', '');
  }
  const placed = name === 'SyntaxError' ? splitPlace(message) : undefined;
  if (placed) return capped(name, placed.message, `    at ${placed.place}`);
  return capped(name, message, cleanStack(stack.slice(0, rawStackCharsMax)));
}

/** isolated-vm appends where a syntax error is to its message. */
function splitPlace(message: string): { message: string; place: string } | undefined {
  const bracketAt = message.lastIndexOf(' [');
  const placeAt = bracketAt + 2;
  if (bracketAt === -1 || message.length - placeAt > placeCharsMax) return undefined;
  if (!message.endsWith(']') || !place.test(message.slice(placeAt, -1))) return undefined;
  return { message: message.slice(0, bracketAt), place: message.slice(placeAt, -1) };
}

function capped(name: string, message: string, stack: string): GuestError {
  return {
    name: name.slice(0, errorTextLimits.nameCharsMax),
    message: message.slice(0, errorTextLimits.messageCharsMax),
    stack: stack.slice(0, errorTextLimits.stackCharsMax),
  };
}
