import { expect, test } from 'vitest';
import {
  compileGraph,
  type ModuleCompiler,
} from '../../../../../node-agent/host/engine/compile-graph.ts';
import type {
  ModuleGraph,
  ModuleText,
} from '../../../../../node-agent/host/engine/sandbox-engine.ts';

const failure = { name: 'SyntaxError', message: 'no', stack: '' };

/** Modules whose text is the names of what they import. */
function graphOf(texts: Readonly<Record<string, string>>): ModuleGraph {
  const all = new Map(
    Object.entries(texts).map(([path, source]): [string, ModuleText] => [
      path,
      { path, fileName: path, source, isData: false },
    ]),
  );
  return {
    main: all.get('main') as ModuleText,
    find: (specifier) => {
      const text = all.get(specifier);
      return text ? { text } : { error: failure };
    },
  };
}

function compiler(compiled: string[] = []): ModuleCompiler<string> {
  return {
    compile: ({ path, source }) => {
      compiled.push(path);
      return source === 'broken' ? { error: failure } : { module: `${path}:${source}` };
    },
    specifiersOf: (module) =>
      module
        .slice(module.indexOf(':') + 1)
        .split(' ')
        .filter(Boolean),
  };
}

test('compileGraph compiles each module once, and says what each import is', async () => {
  const compiled: string[] = [];
  const graph = graphOf({ main: 'a b', a: 'b', b: 'a main', unused: 'broken' });
  const result = await compileGraph(graph, compiler(compiled));
  expect(compiled).toEqual(['main', 'a', 'b']);
  expect(result).toEqual({
    main: 'main:a b',
    modules: ['main:a b', 'a:b', 'b:a main'],
    imports: new Map([
      [
        'main:a b',
        new Map([
          ['a', 'a:b'],
          ['b', 'b:a main'],
        ]),
      ],
      ['a:b', new Map([['b', 'b:a main']])],
      [
        'b:a main',
        new Map([
          ['a', 'a:b'],
          ['main', 'main:a b'],
        ]),
      ],
    ]),
  });
});

test('compileGraph ends at the first module that is missing or does not compile', async () => {
  expect(await compileGraph(graphOf({ main: 'gone' }), compiler())).toEqual({ error: failure });
  const broken = graphOf({ main: 'a b', a: 'broken', b: '' });
  expect(await compileGraph(broken, compiler())).toEqual({ error: failure });
});

test('compileGraph refuses modules that import each other too often', async () => {
  const names = Array.from({ length: 80 }, (_, index) => `m${index}`);
  const mesh = Object.fromEntries(names.map((name) => [name, names.join(' ')]));
  const result = await compileGraph(graphOf({ main: 'm0', ...mesh }), compiler());
  expect(result).toMatchObject({ error: { message: expect.stringContaining('more than 4096') } });
});
