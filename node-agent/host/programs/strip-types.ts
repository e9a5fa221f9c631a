/**
 * TypeScript becomes JavaScript by blanking its types out: every line and column stays where its
 * author put it, and nothing that was written is checked.
 */
import { errorTextLimits } from '../../../shared/execution/limits.ts';
import type { GuestError } from '../../../shared/execution/outcome.ts';

export type StripResult =
  | { readonly source: string }
  /** The text is at fault; or it was too much for the reader, which is broken from then on. */
  | { readonly error: GuestError; readonly isReaderBroken: boolean };

/** What Node calls the refusal of a text. Any other error is one of the reader's own. */
const refusalCodes = ['ERR_INVALID_TYPESCRIPT_SYNTAX', 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'];

/**
 * Enums, namespaces and parameter properties are no types: they are refused, by their names.
 * The first call of a process takes 75 ms and 16 MB, which is Node's parser, a WebAssembly module.
 */
export function stripTypes(source: string): StripResult {
  // Not imported: few hosts need it, and all would pay.
  const { stripTypeScriptTypes } = process.getBuiltinModule('node:module');
  try {
    return { source: stripTypeScriptTypes(source, { mode: 'strip' }) };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    // It is WebAssembly that recurses by the text's nesting. When its stack overflows it is left
    // in the middle of everything, for this text and for whatever it would be given next.
    const isReaderBroken = !refusalCodes.includes(code);
    const why = isReaderBroken
      ? 'The program is nested too deeply to be read as TypeScript'
      : message;
    return { error: syntaxError(why), isReaderBroken };
  }
}

function syntaxError(message: string): GuestError {
  return {
    name: 'SyntaxError',
    message: message.trim().slice(0, errorTextLimits.messageCharsMax),
    stack: '',
  };
}
