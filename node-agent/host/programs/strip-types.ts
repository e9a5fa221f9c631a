/**
 * TypeScript becomes JavaScript by blanking its types out: every line and column stays where its
 * author put it, and nothing that was written is checked.
 */
import { stripTypeScriptTypes } from 'node:module';
import { errorTextLimits } from '../../../shared/execution/limits.ts';
import type { GuestError } from '../../../shared/execution/outcome.ts';

export type StripResult = { readonly source: string } | { readonly error: GuestError };

/**
 * Enums, namespaces and parameter properties are no types: they are refused, by their names.
 * The first call of a process takes 75 ms and 16 MB, which is Node's parser, a WebAssembly module.
 */
export function stripTypes(source: string): StripResult {
  try {
    return { source: stripTypeScriptTypes(source, { mode: 'strip' }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      error: {
        name: 'SyntaxError',
        message: message.trim().slice(0, errorTextLimits.messageCharsMax),
        stack: '',
      },
    };
  }
}
