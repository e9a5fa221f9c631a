import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { runInGuestWorld } from '../support/guest-world.ts';
import { readProjectFile } from './support/project-files.ts';

const document = readProjectFile('docs/web-apis.md').text;
/** What a program is given, which other documents explain. */
const explainedElsewhere = ['input', 'tools', 'progress', 'stdin'];

test('docs/web-apis.md names every global that guests find beyond the language, and no other', async () => {
  const language = runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[];
  const { result } = await runInGuestWorld('Object.getOwnPropertyNames(globalThis)');
  const found = (result as string[]).filter(
    (name) => !language.includes(name) && !explainedElsewhere.includes(name),
  );
  const tables = document.slice(0, document.indexOf('`crypto.subtle` knows'));
  const named = [...tables.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
  const members = ['getRandomValues', 'randomUUID', 'subtle', 'now', 'timeOrigin', 'userAgent'];
  const other = new Set([...members, 'gzip', 'deflate', 'console']);
  expect(named.filter((name) => !other.has(name)).toSorted()).toEqual(
    found.filter((name) => !other.has(name)).toSorted(),
  );
});
