/**
 * AUTO: a program is a module when it has import or export. As in Node, V8's own refusal of a
 * script tells: nothing else reads JavaScript as V8 does. So does its acceptance of a module that
 * has a default export, which no script can have.
 */
import type { GuestError } from '../../../shared/execution/outcome.ts';

/** A script that V8 refuses for being a module has one of these words, seldom in vain. */
const moduleWords = /\b(?:import|export|await)\b/;

const moduleMessages = [
  'Cannot use import statement outside a module',
  "Unexpected token 'export'",
  "Cannot use 'import.meta' outside a module",
  'await is only valid in async functions and the top level bodies of modules',
  // What V8 says of `for await` outside of functions.
  'Unexpected reserved word',
];

/** Whether it is worth asking V8 what the text is. */
export function mayBeModule(source: string): boolean {
  return moduleWords.test(source);
}

/** Whether it is worth trying it as a module first, rather than as a script. */
export function seemsToExportDefault(source: string): boolean {
  return /\bexport\s+default\b/.test(source);
}

/** Whether V8 refused the text as a script for what makes it a module. */
export function isModuleRefusal(error: GuestError): boolean {
  return moduleMessages.some((message) => error.message.startsWith(message));
}
