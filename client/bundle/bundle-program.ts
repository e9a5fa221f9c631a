/**
 * A program in several files, or with packages from npm, as the one module that a cluster is sent.
 *
 * esbuild does it: imports are followed and put into one text, JSX and TypeScript become
 * JavaScript, and a source map goes along, so that an error tells the author's file and line. What
 * only Node has is not in the sandbox and is refused here, by name, rather than when it runs.
 */
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { BuildOptions, Message } from 'esbuild';
import { payloadLimits } from '../../shared/execution/limits.ts';
import type { SourceRequest } from '../../shared/wire/source-codec.ts';
import { refuseNodeBuiltins } from './refuse-node-builtins.ts';
import { withSourceMap } from './with-source-map.ts';

export interface BundleOptions {
  /** Shorter names and forms: for what would be too long otherwise. @default false */
  readonly minify?: boolean;
}

export interface Bundle {
  /** Fit for `client.execute`. */
  readonly program: Omit<SourceRequest, 'modules'>;
  /** Of every file in it. */
  readonly paths: readonly string[];
  /** Whether the given file has `import` or `export`; else it was read as CommonJS, or a script. */
  readonly isModule: boolean;
  /** What is odd in the files, each as lines for people. */
  readonly warnings: readonly string[];
}

/** The message is for people, and names the file at fault. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

/**
 * Rejects with a BundleError where a file is not found, does not parse, imports what a sandbox
 * does not have, or where all together is longer than a program may be.
 */
export async function bundleProgram(
  path: string,
  { minify = false }: BundleOptions = {},
): Promise<Bundle> {
  // Not imported above: it is slow to load, and most programs do without.
  const { build, formatMessages } = await import('esbuild');
  const shown = (kind: 'error' | 'warning', messages: readonly Message[]): Promise<string[]> =>
    formatMessages([...messages], { kind, color: false });
  const outfile = join(dirname(resolve(path)), bundleName(path));
  try {
    const { outputFiles, metafile, warnings } = await build({
      ...settings,
      entryPoints: [resolve(path)],
      outfile,
      minifyIdentifiers: minify,
      minifySyntax: minify,
      plugins: [refuseNodeBuiltins],
    });
    const text = outputFiles.find((file) => file.path === outfile)?.text ?? '';
    const map = outputFiles.find((file) => file.path === `${outfile}.map`)?.text ?? '';
    return {
      program: {
        source: withSourceMap(checkedLength(text, path, minify), map),
        fileName: bundleName(path),
        kind: 'MODULE',
        language: 'JAVASCRIPT',
      },
      paths: Object.keys(metafile.inputs),
      isModule: Object.values(metafile.inputs).at(-1)?.format === 'esm',
      warnings: await shown('warning', warnings),
    };
  } catch (thrown) {
    if (!isBuildFailure(thrown)) throw thrown;
    const reasons = await shown('error', thrown.errors);
    throw new BundleError(`Could not bundle ${path}:\n${reasons.join('').trimEnd()}`);
  }
}

const settings = {
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'neutral',
  // What packages hold ready for places that are neither Node nor a page.
  mainFields: ['module', 'browser', 'main'],
  conditions: ['edge-light', 'browser', 'module', 'import'],
  target: 'esnext',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Which columns things are in is for the source map to say.
  minifyWhitespace: true,
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

function bundleName(path: string): string {
  return `${basename(path, extname(path))}.bundle.js`;
}

function checkedLength(text: string, path: string, isMinified: boolean): string {
  const { sourceBytesMax } = payloadLimits;
  const bytes = Buffer.byteLength(text);
  if (bytes <= sourceBytesMax) return text;
  const advice = isMinified ? '' : '; minifying may help';
  throw new BundleError(
    `Could not bundle ${path}: a program may have ${sourceBytesMax} bytes${advice}: ${bytes}`,
  );
}

function isBuildFailure(thrown: unknown): thrown is { readonly errors: readonly Message[] } {
  return thrown instanceof Error && 'errors' in thrown && Array.isArray(thrown.errors);
}
