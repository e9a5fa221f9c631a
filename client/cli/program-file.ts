/** A program and its input as they are named on the command line. */
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { ProgramKind, ProgramLanguage } from '../../shared/execution/execution.ts';
import type { Input } from '../../shared/execution/payload.ts';
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
  /** A file that holds it, or `-` for stdin. */
  readonly inputFile?: string;
  /** What the file holds. @default 'JSON' */
  readonly inputType?: InputType;
}

export const inputTypes = ['JSON', 'BYTES'] as const;
type InputType = (typeof inputTypes)[number];

/** Empty when none was given. Throws UsageMistake. */
export function readInput({ input, inputFile, inputType }: InputOptions): Input {
  if (input !== undefined && inputFile !== undefined)
    throw new UsageMistake('Could not read the input: --input and --input-file are both given');
  const path = input === '-' ? '-' : inputFile;
  if (inputType === 'BYTES') {
    if (path !== undefined) return { inputBytes: readBytes(path, 'input') };
    throw new UsageMistake('Could not read the input: bytes come from --input-file, or --input -');
  }
  const json = path === undefined ? input : readText(path, 'input');
  if (json === undefined) return {};
  try {
    JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageMistake(`Could not read the input: it is not JSON: ${reason}`);
  }
  return { inputJson: json };
}

const standardInputFd = 0;

function readText(path: string, what: string): string {
  return readBytes(path, what).toString('utf8');
}

function readBytes(path: string, what: string): Buffer {
  try {
    return readFileSync(path === '-' ? standardInputFd : path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageMistake(`Could not read the ${what}: ${reason}`);
  }
}
