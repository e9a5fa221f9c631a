/** What isolated-vm throws at the host, as the plain and capped description that users see. */
import { errorTextLimits } from '../../../shared/execution/limits.ts';
import type { GuestError } from '../../../shared/execution/outcome.ts';
import { cleanStack } from '../runtime/clean-stack.ts';

/** isolated-vm appends where a syntax error is to its message. */
const syntaxErrorPlace = /^(?<message>[\s\S]*) \[(?<place>[^\]\n]+:\d+:\d+)\]$/;

/** `thrown` is a copy that isolated-vm made for this realm: reading it runs no guest code. */
export function escapedError(thrown: unknown): GuestError {
  if (!(thrown instanceof Error)) {
    return capped('NotAnError', `A value that is no Error was thrown: ${String(thrown)}`, '');
  }
  const placed = thrown.name === 'SyntaxError' ? syntaxErrorPlace.exec(thrown.message) : null;
  if (placed?.groups) {
    const { message = '', place = '' } = placed.groups;
    return capped(thrown.name, message, `    at ${place}`);
  }
  return capped(thrown.name, thrown.message, cleanStack(thrown.stack ?? ''));
}

function capped(name: string, message: string, stack: string): GuestError {
  return {
    name: name.slice(0, errorTextLimits.nameCharsMax),
    message: message.slice(0, errorTextLimits.messageCharsMax),
    stack: stack.slice(0, errorTextLimits.stackCharsMax),
  };
}
