import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { stripTypes } from '../../../../../node-agent/host/programs/strip-types.ts';

test('stripTypes leaves every line and column where it was', () => {
  expect(stripTypes('let a: number = 1;\nlet b = a as 2')).toEqual({
    source: 'let a         = 1;\nlet b = a     ',
  });
});

test('stripTypes refuses what is no TypeScript, and what is more than types', () => {
  for (const source of ['let a: = 1', 'enum E { A }']) {
    expect(stripTypes(source)).toMatchObject({
      error: { name: 'SyntaxError' },
      isReaderBroken: false,
    });
  }
});

test('stripTypes says when a text has broken the reader', () => {
  const path = fileURLToPath(
    new URL('../../../../../node-agent/host/programs/strip-types.ts', import.meta.url),
  );
  // In a process of its own, for the reader stays broken.
  const program = `import { stripTypes } from ${JSON.stringify(path)};
    const deep = stripTypes('let x: ' + 'Array<'.repeat(1e5));
    console.log(JSON.stringify([deep, stripTypes('1')]));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program]);
  const [deep] = JSON.parse(String(stdout)) as unknown[];
  expect(deep).toMatchObject({
    error: { message: 'The program is nested too deeply to be read as TypeScript' },
    isReaderBroken: true,
  });
});
