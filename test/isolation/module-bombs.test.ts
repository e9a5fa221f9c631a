/**
 * Programs whose modules are the weapon, through a real cluster: each ends with its word, and the
 * node goes on. Linking is V8's own code, which no limit interrupts from inside.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { OutcomeWord } from '../../shared/execution/outcome.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';

let cluster: OneMachineCluster;
let client: IsopodClient;
beforeAll(async () => {
  cluster = await OneMachineCluster.start({ nodeAgentArgs: ['--hosts-max', '3'] });
  client = cluster.client();
});
afterAll(() => cluster?.stop());

afterEach(async () => {
  const { outcome } = await client.execute({
    source: "import { one } from './one.js'; export default one",
    modules: { 'one.js': 'export const one = 1' },
  });
  expect(outcome.resultJson).toBe('1');
});

interface ModuleBomb {
  readonly name: string;
  readonly request: ExecutionRequest;
  readonly words: readonly OutcomeWord[];
  readonly message?: RegExp;
}

const modulesMax = 256;
const second = 1_000_000;

/** `m0` to `m255`, each of what `text` says. */
function files(text: (index: number) => string, count = modulesMax): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`m${index}`, text(index)]),
  );
}

function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('');
}

const bombs: readonly ModuleBomb[] = [
  {
    name: 'ten thousand imports of modules that are not there',
    request: { source: times(10_000, (i) => `import './x${i}.js';`) },
    words: ['SYNTAX_ERROR'],
    message: /more than 4096 times/,
  },
  {
    name: '1 MB of imports of itself',
    request: { source: times(45_000, () => "import './main.js';"), kind: 'MODULE' },
    words: ['SUCCEEDED'],
  },
  {
    name: 'a chain as long as can be',
    request: {
      source: "import 'm0'; export default 'end'",
      modules: files((i) => (i < modulesMax - 1 ? `import 'm${i + 1}';` : '')),
    },
    words: ['SUCCEEDED'],
  },
  {
    name: 'a ring of export *, and a name that none of them has',
    request: {
      source: "import { nothing } from 'm0'; export default nothing",
      modules: files((i) => `export * from 'm${(i + 1) % modulesMax}';`),
    },
    words: ['SYNTAX_ERROR'],
    message: /does not provide an export named 'nothing'/,
  },
  {
    name: 'more imports than modules may have, in a mesh',
    request: {
      source: "import * as all from 'm0'; export default Object.keys(all).length",
      modules: files(
        (i) => times(16, (j) => `export * from 'm${(i * 7 + j * 13) % 256}';`) + '/**/',
      ),
    },
    words: ['SYNTAX_ERROR', 'SUCCEEDED'],
  },
  {
    name: 'a mesh of export * that a linker walks for each of many names',
    request: {
      source: `import {${times(20_000, (i) => `a${i},`)}} from 'm0';`,
      modules: {
        ...files((i) => times(63, (j) => `export*from'm${j === i ? 63 : j}';`), 63),
        m63: `export let ${times(20_000, (i) => `a${i},`)}z`,
      },
      // So much that time runs out first: with 64 MB the linker has none left after half a second.
      limits: { wallUsMax: 4 * second, cpuUsMax: second, memoryBytesMax: 2 ** 30 },
    },
    words: ['CPU_EXCEEDED', 'WALL_EXCEEDED'],
  },
  {
    name: 'JSON as long as can be',
    request: {
      source: "import data from './data.json'; export default data.length",
      modules: { 'data.json': `[${'0,'.repeat(500_000)}0]` },
    },
    words: ['SUCCEEDED'],
  },
  {
    name: 'JSON as deep as can be',
    request: {
      source: "import data from './data.json'; export default data.length",
      modules: { 'data.json': '['.repeat(500_000) + ']'.repeat(500_000) },
    },
    words: ['SUCCEEDED', 'SYNTAX_ERROR', 'MEMORY_EXCEEDED'],
  },
  {
    name: 'JSON that takes more memory than there is',
    request: {
      source: "import data from './data.json'; export default data.length",
      modules: { 'data.json': `[${'{"a":{}},'.repeat(110_000)}0]` },
      limits: { memoryBytesMax: 8 * 2 ** 20 },
    },
    words: ['MEMORY_EXCEEDED'],
  },
  {
    name: 'TypeScript in a module that is nested too deeply to be read',
    request: {
      source: "import './deep.ts'; export default 1",
      modules: { 'deep.ts': `let x: ${'Array<'.repeat(100_000)}` },
    },
    words: ['SYNTAX_ERROR'],
    message: /nested too deeply/,
  },
  {
    name: 'a loop at the top of a module',
    request: {
      source: "import './loop.js'; export default 1",
      modules: { 'loop.js': 'for (;;);' },
      limits: { cpuUsMax: second / 5 },
    },
    words: ['CPU_EXCEEDED'],
  },
  {
    name: 'top-level await in a cycle that never settles',
    request: {
      source: "import 'm0'; export default 1",
      modules: files((i) => `import 'm${(i + 1) % modulesMax}'; await new Promise(() => {});`),
    },
    words: ['SCRIPT_THREW'],
    message: /nothing is left to settle/,
  },
  {
    name: 'an error with a source map of nothing but mappings',
    request: {
      source: withMap({ version: 3, sources: ['a'], names: [], mappings: 'A,'.repeat(150_000) }),
    },
    words: ['SCRIPT_THREW'],
  },
];

function withMap(map: unknown): string {
  const base64 = Buffer.from(JSON.stringify(map)).toString('base64');
  return `throw new Error('x')\n//# sourceMappingURL=data:application/json;base64,${base64}`;
}

test.each(bombs)('$name', { timeout: 60_000 }, async ({ request, words, message }) => {
  const { outcome } = await client.execute(request);
  expect(words, JSON.stringify(outcome)).toContain(outcome.word);
  if (message) expect(outcome.error?.message).toMatch(message);
});
