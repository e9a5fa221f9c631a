/**
 * The program that a file on the command line stands for: the file as it is, or, where it imports
 * others or packages, all of them bundled into one.
 */
import { extname } from 'node:path';
import type { SourceRequest } from '../../shared/wire/source-codec.ts';
import { type Bundle, BundleError, bundleProgram } from '../bundle/bundle-program.ts';
import { readProgram } from './program-file.ts';
import { UsageMistake } from './usage-mistake.ts';

export interface LoadOptions {
  /** Whether files that import are bundled. */
  readonly bundle: boolean;
  readonly minify: boolean;
  /** Hears what is odd in a file that was bundled. */
  readonly warn: (text: string) => void;
}

type LoadedProgram = SourceRequest;

const jsxSuffixes: readonly string[] = ['.jsx', '.tsx'];
const bundledSuffixes: readonly string[] = [
  '.js',
  '.mjs',
  '.cjs',
  '.ts',
  '.mts',
  '.cts',
  ...jsxSuffixes,
];
/** A file without any of these words imports nothing. */
const importWords = /\b(?:import|from|require)\b/;
const staticImport = /\bfrom\s*['"]|\bimport\s*['"]/;

/** Throws UsageMistake when a file cannot be read or bundled. */
export async function loadProgram(path: string, options: LoadOptions): Promise<LoadedProgram> {
  const program = readProgram(path);
  const suffix = path === '-' ? '' : extname(path).toLowerCase();
  if (!options.bundle || !bundledSuffixes.includes(suffix)) return program;
  const hasJsx = jsxSuffixes.includes(suffix);
  if (!hasJsx && !importWords.test(program.source)) return program;
  const bundle = await bundled(path, options);
  // Of one file that only speaks of imports, a script say, no module is to be made.
  const imports = bundle.paths.length > 1 || (bundle.isModule && staticImport.test(program.source));
  if (!hasJsx && !imports) return program;
  for (const warning of bundle.warnings) options.warn(warning);
  return bundle.program;
}

async function bundled(path: string, { minify }: LoadOptions): Promise<Bundle> {
  try {
    return await bundleProgram(path, { minify });
  } catch (thrown) {
    if (thrown instanceof BundleError) throw new UsageMistake(thrown.message);
    throw thrown;
  }
}
