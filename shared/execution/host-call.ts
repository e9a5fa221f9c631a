/**
 * A call out of the sandbox: a program asks for what its client does for it (a tool), waits, and
 * goes on with the reply. What it has called has been done in the world, or may have been: such a
 * run is not simply begun again when it is lost.
 */
import { errorTextLimits } from './limits.ts';

export interface HostCall {
  /** Unique within its run, as whoever passes the call on has numbered it; 1 … 2^32-1. */
  readonly callId: number;
  readonly toolName: string;
  /** JSON text; absent where the program gave no argument. */
  readonly argumentJson?: string;
}

/** What a tool came to. */
export type HostCallResult =
  /** JSON text; absent for `undefined`. */
  | { readonly name: 'returned'; readonly resultJson?: string }
  | { readonly name: 'threw'; readonly error: HostCallError };

export interface HostCallReply {
  readonly callId: number;
  readonly result: HostCallResult;
}

/** What the program catches: an Error with these properties, the last two where they are set. */
export interface HostCallError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  /** JSON text. */
  readonly dataJson?: string;
}

/** Tools that one execution may have. */
export const toolsMax = 128;
const toolNamePattern = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** `then` would make a promise of all of them together. */
export function isToolName(text: string): boolean {
  return toolNamePattern.test(text) && text !== 'then';
}

/** Of an argument, a result, or an error's data, as JSON text. */
export const hostCallBytesMax = 1024 * 1024;
const codeCharsMax = 256;

/** Texts cut to their limits; one whose data is too large is without. */
export function cappedHostCallError({
  name,
  message,
  code,
  dataJson,
}: HostCallError): HostCallError {
  const { nameCharsMax, messageCharsMax } = errorTextLimits;
  return {
    name: name.slice(0, nameCharsMax),
    message: message.slice(0, messageCharsMax),
    ...(code ? { code: code.slice(0, codeCharsMax) } : {}),
    ...(dataJson === undefined || isTooLarge(dataJson) ? {} : { dataJson }),
  };
}

/** A reply as it may be passed on: what is too large has become the error that says so. */
export function cappedResult(result: HostCallResult): HostCallResult {
  if (result.name === 'threw') return { name: 'threw', error: cappedHostCallError(result.error) };
  if (result.resultJson === undefined || !isTooLarge(result.resultJson)) return result;
  return failedCall('HostCallTooLarge', `The result is longer than ${hostCallBytesMax} bytes`);
}

/** About what it weighs in a message. */
export function bytesOfResult(result: HostCallResult): number {
  if (result.name === 'returned') return result.resultJson?.length ?? 0;
  const { message, dataJson = '' } = result.error;
  return message.length + dataJson.length;
}

/** Most texts need no counting: a UTF-16 unit takes one byte at least and three at most. */
export function isTooLarge(json: string): boolean {
  if (json.length * 3 <= hostCallBytesMax) return false;
  return json.length > hostCallBytesMax || Buffer.byteLength(json) > hostCallBytesMax;
}

/** The errors that are ours: the tool has thrown nothing. docs/tools.md has them. */
export type HostCallFailure = 'HostCallTooLarge' | 'HostCallUnanswered';

export function failedCall(name: HostCallFailure, message: string): HostCallResult {
  return { name: 'threw', error: { name, message } };
}
