/**
 * Makes the files that are made from other files, or with --check says which are out of date.
 *
 * Usage: npm run generate [-- --check]
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateWireTypes } from './generate-wire-types.ts';
import { readTree } from './read-tree.ts';

const wireTypesFolder = 'shared/generated';

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const wanted = inFolder(wireTypesFolder, generateWireTypes());
  const present = existsSync(wireTypesFolder)
    ? inFolder(wireTypesFolder, readTree(wireTypesFolder))
    : new Map<string, string>();

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

function inFolder(folder: string, files: Map<string, string>): Map<string, string> {
  return new Map([...files].map(([path, text]) => [join(folder, path), text]));
}
