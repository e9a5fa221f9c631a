import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleProgram } from '../../../../client/bundle/bundle-program.ts';
import { HostDriver } from '../../../support/host-driver.ts';

const folder = mkdtempSync(join(tmpdir(), 'isopod-places-'));
let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await host.close();
});

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test('what a bundled program throws has the lines and columns of its files', async () => {
  file(
    'thrower.ts',
    'interface A { b: 1 }\n\nexport const f = (): never => {\n  throw new Error("x") }',
  );
  const { program } = await bundleProgram(
    file('main.ts', "import { f } from './thrower.ts';\n\nexport default () => f();"),
  );
  for (const mode of ['THREAD', 'SLICE'] as const) {
    const { ended } = await host.run({ ...program, isolation: 'POOLED', mode });
    expect(ended.error?.stack.split('\n').slice(0, 2)).toEqual([
      '    at f (thrower.ts:4:9)',
      '    at main_default (main.ts:3:22)',
    ]);
  }
});

test('a bundled program that throws while it is evaluated says where', async () => {
  file('one.json', '1');
  const { program } = await bundleProgram(
    file('top.ts', "import _ from './one.json';\n\n\n  throw new Error(`top ${_}`);\nexport {}"),
  );
  const { ended } = await host.run(program);
  expect(ended.error).toMatchObject({ message: 'top 1', stack: '    at top.ts:4:9' });
});

test('a map may be in a module of its own; a script may have one, too', async () => {
  const map = JSON.stringify({ version: 3, sources: ['author.ts'], names: [], mappings: 'AASU' });
  const beside = await host.run({
    source: "throw new Error('a'); export {}\n//# sourceMappingURL=main.js.map",
    fileName: 'dist/main.js',
    modules: [{ path: 'dist/main.js.map', kind: 'JSON', text: map }],
  });
  expect(beside.ended.error?.stack).toBe('    at author.ts:10:11');
  const base64 = Buffer.from(map).toString('base64');
  const script = await host.run({
    source: `throw new Error('a')\n//# sourceMappingURL=data:application/json;base64,${base64}`,
  });
  expect(script.ended.error?.stack).toBe('    at author.ts:10:11');
});

test.each([
  "export default () => import('./x.js')",
  "await import('./x.js'); export default 1",
  "import('./x.js')",
])('%s is answered with what to do instead', async (source) => {
  const { ended } = await host.run({ source });
  expect(ended).toMatchObject({
    word: 'SCRIPT_THREW',
    error: {
      name: 'Error',
      message: expect.stringContaining('import() is not there in the sandbox'),
    },
  });
});

test.each([
  ["import source x from './x.js'; export default x", './x.js'],
  ["import defer * as x from './x.js'; export default x", './x.js'],
  ["export default import.source('./x.js')", ''],
  ["export default import.defer('./x.js')", ''],
])('%s is a SYNTAX_ERROR', async (source) => {
  const modules = [{ path: 'x.js', kind: 'JAVASCRIPT', text: 'export default 1' }] as const;
  const { ended } = await host.run({ source, modules });
  expect(ended.word).toBe('SYNTAX_ERROR');
});

test('a program may catch that import() is not there, and a message of its own stays', async () => {
  const caught = await host.run({
    source: "export default () => import('./x.js').catch(({ message }) => message)",
  });
  expect(caught.result).toBe('Not supported');
  const own = await host.run({
    source: "// import(x)\nexport default () => { throw new Error('Not supported') }",
  });
  expect(own.ended.error?.message).toBe('Not supported');
});
