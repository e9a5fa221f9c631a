/** A program and its input as they are named on the command line. */
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { ProgramKind, ProgramLanguage } from '../../shared/execution/execution.ts';
import type { SourceRequest } from '../../shared/wire/source-codec.ts';
import { UsageMistake } from './usage-mistake.ts';

const languageBySuffix: Readonly<Record<string, ProgramLanguage>> = {
  '.ts': 'TYPESCRIPT',
  '.mts': 'TYPESCRIPT',
  '.cts': 'TYPESCRIPT',
  '.tsx': 'TYPESCRIPT',
};
/** As Node takes them; other suffixes leave it to the text. */
const kindBySuffix: Readonly<Record<string, ProgramKind>> = {
  '.mjs': 'MODULE',
  '.mts': 'MODULE',
  '.cjs': 'SCRIPT',
  '.cts': 'SCRIPT',
};

/** Throws UsageMistake when it cannot be read. */
export function readProgram(path: string): SourceRequest {
  const suffix = extname(path).toLowerCase();
  return {
    source: readText(path, 'program'),
    fileName: path === '-' ? 'stdin' : basename(path),
    language: languageBySuffix[suffix] ?? 'JAVASCRIPT',
    kind: kindBySuffix[suffix] ?? 'AUTO',
  };
}

export interface InputOptions {
  /** JSON text, or `-` for stdin. */
  readonly input?: string;
  /** A file of JSON text, or `-` for stdin. */
  readonly inputFile?: string;
}

/** JSON text, or undefined when none was given. Throws UsageMistake. */
export function readInput({ input, inputFile }: InputOptions): string | undefined {
  if (input !== undefined && inputFile !== undefined)
    throw new UsageMistake('Could not read the input: --input and --input-file are both given');
  const path = input === '-' ? '-' : inputFile;
  const json = path === undefined ? input : readText(path, 'input');
  if (json === undefined) return undefined;
  try {
    JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageMistake(`Could not read the input: it is not JSON: ${reason}`);
  }
  return json;
}

const standardInputFd = 0;

function readText(path: string, what: string): string {
  try {
    return readFileSync(path === '-' ? standardInputFd : path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageMistake(`Could not read the ${what}: ${reason}`);
  }
}
