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
export function stripTypes(source: string, fileName: string): StripResult {
  // Not imported: few hosts need it, and all would pay.
  const { stripTypeScriptTypes } = process.getBuiltinModule('node:module');
  try {
    return { source: stripTypeScriptTypes(source, { mode: 'strip' }) };
  } catch (error) {
    const { code = '', message, stack = '' } = error as NodeJS.ErrnoException;
    // It is WebAssembly that recurses by the text's nesting. When its stack overflows it is left
    // in the middle of everything, for this text and for whatever it would be given next.
    const isReaderBroken = !refusalCodes.includes(code);
    if (isReaderBroken)
      return {
        error: syntaxError('The program is nested too deeply to be read as TypeScript'),
        isReaderBroken,
      };
    const place = placeOfRefusal(stack, source);
    const frame = place === undefined ? '' : `    at ${fileName}:${place}`;
    return { error: syntaxError(message, frame), isReaderBroken };
  }
}

function syntaxError(message: string, stack = ''): GuestError {
  return {
    name: 'SyntaxError',
    message: message.trim().slice(0, errorTextLimits.messageCharsMax),
    stack,
  };
}

/** What stands in the first line of a refusal's stack; marks, in one of the next. */
const refusedLine = /^[^\n]*:(\d+)\n/;
const markedLine = /\n([ -~]*)\r?\n( *)\^+\n/;

/**
 * `LINE:COLUMN`, or as much of it as can be had: Node says where in the head of the stack only. Its
 * marks are set by the cells of a terminal, which is a column where every character takes one.
 */
function placeOfRefusal(stack: string, source: string): string | undefined {
  const lineNumber = refusedLine.exec(stack)?.[1];
  if (lineNumber === undefined) return undefined;
  const line = source.split('\n')[Number(lineNumber) - 1]?.trimEnd();
  const [, lineText, indent = ''] = markedLine.exec(stack) ?? [];
  return line === lineText?.trimEnd() ? `${lineNumber}:${indent.length + 1}` : lineNumber;
}
