/**
 * Makes the files that are made from other files, or with --check says which are out of date.
 *
 * Usage: npm run generate [-- --check]
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateGuestRuntime, guestRuntimePath } from './generate-guest-runtime.ts';
import { generateWebParts } from './generate-web-parts.ts';
import { generateWireTypes } from './generate-wire-types.ts';
import { readTree } from './read-tree.ts';

const wireTypesFolder = 'shared/generated';
/** Nothing else may lie in these. */
const generatedFolders = [wireTypesFolder, dirname(guestRuntimePath)];

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const wanted = new Map([
    ...inFolder(wireTypesFolder, generateWireTypes()),
    [guestRuntimePath, generateGuestRuntime()],
    ...inFolder(dirname(guestRuntimePath), generateWebParts()),
  ]);
  const present = new Map(
    generatedFolders.filter(existsSync).flatMap((folder) => inFolder(folder, readTree(folder))),
  );

  const changed = [...wanted].filter(([path, text]) => present.get(path) !== text);
  const surplus = [...present.keys()].filter((path) => !wanted.has(path));
  const stale = [...changed.map(([path]) => path), ...surplus];
  if (args.includes('--check')) {
    for (const path of stale) console.error(`out of date: ${path}; run: npm run generate`);
    return stale.length === 0 ? 0 : 1;
  }
  for (const [path, text] of changed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  for (const path of surplus) rmSync(path);
  console.log(`${wanted.size} generated files, ${stale.length} of them changed`);
  return 0;
}

function inFolder(folder: string, files: Map<string, string>): [path: string, text: string][] {
  return [...files].map(([path, text]) => [join(folder, path), text]);
}
