/**
 * Makes one script of the guest runtime (node-agent/host/runtime): the text that a host compiles
 * into every context. Its completion value is the runtime's one function.
 *
 * Usage: node tools/generate-guest-runtime.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildSync } from 'esbuild';

export const guestRuntimePath = 'node-agent/host/generated/guest-runtime.js';

const entryPoint = 'node-agent/host/runtime/guest-runtime.ts';
/** What esbuild ends a module with that exports `dispatch` alone. */
const exportClause = /\nexport \{\n {2}dispatch\n\};\n$/;

/** The script's text. */
export function generateGuestRuntime(): string {
  const { outputFiles } = buildSync({
    entryPoints: [entryPoint],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'esnext',
    charset: 'utf8',
    write: false,
  });
  const bundled = outputFiles[0]?.text ?? '';
  if (!exportClause.test(bundled)) {
    throw new Error(`${entryPoint} could not be made a script: it must export dispatch alone`);
  }
  const body = bundled.replace(exportClause, '\nreturn dispatch;\n');
  return `// Made by tools/generate-guest-runtime.ts from ${entryPoint}.\n(function () {\n'use strict';\n${body}})();\n`;
}

if (import.meta.main) {
  mkdirSync(dirname(guestRuntimePath), { recursive: true });
  writeFileSync(guestRuntimePath, generateGuestRuntime());
}
