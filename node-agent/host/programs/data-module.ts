/**
 * JSON, texts and bytes as modules: JavaScript whose default export is the data. The engine runs it
 * before anything of the guest's, so that what it calls is still the language's own; in a session,
 * it is what runs before have left.
 */
import type { ModuleKind } from '../../../shared/execution/program-module.ts';

export type DataKind = Exclude<ModuleKind, 'JAVASCRIPT' | 'TYPESCRIPT'>;

const readers: Readonly<Record<DataKind, (literal: string) => string>> = {
  // Not as a literal of its own: `__proto__` is a plain key in JSON.
  JSON: (literal) => `JSON.parse(${literal})`,
  TEXT: (literal) => literal,
  BYTES: (literal) => `Uint8Array.fromBase64(${literal})`,
};

export function dataModule(kind: DataKind, text: string): string {
  return `export default ${readers[kind](JSON.stringify(text))};`;
}
