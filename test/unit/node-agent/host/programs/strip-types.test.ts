import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { stripTypes } from '../../../../../node-agent/host/programs/strip-types.ts';

test('stripTypes leaves every line and column where it was', () => {
  expect(stripTypes('let a: number = 1;\nlet b = a as 2', 'a.ts')).toEqual({
    source: 'let a         = 1;\nlet b = a     ',
  });
});

test('stripTypes refuses what is no TypeScript, and what is more than types', () => {
  for (const source of ['let a: = 1', 'enum E { A }']) {
    expect(stripTypes(source, 'a.ts')).toMatchObject({
      error: { name: 'SyntaxError' },
      isReaderBroken: false,
    });
  }
});

const places = [
  { source: 'let a = 1;\n  enum E { A }', stack: '    at a.ts:2:3' },
  { source: 'let a = 1;\nfunction f( {\n  return a;\n', stack: '    at a.ts:3:10' },
  // Marks are set by cells of a terminal, of which these characters take two.
  { source: 'let a = "日本"; enum E { A }', stack: '    at a.ts:1' },
  { source: 'enum E {\r\n  A\r\n}', stack: '    at a.ts:1' },
  { source: 'class A {\r\n  constructor(\r\n private x\r\n) {} }', stack: '    at a.ts:3:10' },
  // Nothing to mark: the text ends too soon.
  { source: 'f(', stack: '    at a.ts:1' },
];

test.each(places)('stripTypes says where a text is refused: $source', ({ source, stack }) => {
  expect(stripTypes(source, 'a.ts')).toMatchObject({ error: { stack } });
});

test('stripTypes says when a text has broken the reader', () => {
  const path = fileURLToPath(
    new URL('../../../../../node-agent/host/programs/strip-types.ts', import.meta.url),
  );
  // In a process of its own, for the reader stays broken.
  const program = `import { stripTypes } from ${JSON.stringify(path)};
    const deep = stripTypes('let x: ' + 'Array<'.repeat(1e5), 'a.ts');
    console.log(JSON.stringify([deep, stripTypes('1', 'a.ts')]));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program]);
  const [deep] = JSON.parse(String(stdout)) as unknown[];
  expect(deep).toMatchObject({
    error: { message: 'The program is nested too deeply to be read as TypeScript' },
    isReaderBroken: true,
  });
});
