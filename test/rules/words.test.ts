/**
 * The repository is for everybody, so it speaks of nobody's own machine: no home or work folder,
 * no registry that only one place can reach.
 */
import { expect, test } from 'vitest';
import { listFiles, readProjectFile, type TextFile } from './support/project-files.ts';

/** Absolute folders below which people and machines keep their own work. */
const privateFolder = /(?<![\w.~-])\/(?:home|root|work|workspace|Users|mnt)\/[\w.-]+/g;
/** Where npm says that it got a package from; package-lock.json names versions and hashes only. */
const registryAddress = /"resolved":\s*"https?:[^"]+"|^\s*registry\s*=.*/gm;

const textFile = /\.(ts|js|json|md|proto|sh|ya?ml|py|html|css|txt)$|(^|\/)(run|LICENSE|\.npmrc)$/;
/** Has to quote what it looks for. */
const thisFile = 'test/rules/words.test.ts';

test('no file speaks of the machine it was written on', () => {
  const files = listFiles().filter((path) => textFile.test(path) && path !== thisFile);
  expect(files).toContain('package-lock.json');
  expect(files).toContain('.ci/run');
  expect(files.flatMap((path) => privateWords(readProjectFile(path)))).toEqual([]);
});

test.each([
  ['a folder of somebody’s', 'see /home/ada/notes.md', '/home/ada'],
  ['a folder of a machine’s', "readFileSync('/work/shared/data')", '/work/shared'],
  ['a registry in the lockfile', '"resolved": "https://npm.example/a.tgz"', '"resolved": "https'],
  ['a registry in .npmrc', 'registry=http://npm.example/', 'registry=http'],
])('privateWords finds %s', (_what, text, found) => {
  expect(privateWords({ path: 'a.ts', text })).toContainEqual(expect.stringContaining(found));
});

test.each([
  ['an import', "from '../work/queue.ts'"],
  ['an address', 'https://example.org/home/page'],
  ['the root of a service', 'GET /root'],
])('privateWords leaves %s alone', (_what, text) => {
  expect(privateWords({ path: 'a.ts', text })).toEqual([]);
});

function privateWords({ path, text }: TextFile): string[] {
  return [...text.matchAll(privateFolder), ...text.matchAll(registryAddress)].map(
    ([words]) => `${path}: ${words}`,
  );
}
