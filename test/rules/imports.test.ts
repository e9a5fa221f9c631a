import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkImports } from '../../tools/check-imports.ts';

const projectFolder = join(import.meta.dirname, '../..');

test('every import of the project keeps its direction', async () => {
  const { modules, imports, problems } = await checkImports(projectFolder);
  expect(problems).toEqual([]);
  // Far fewer would mean that the files were not read.
  expect(modules).toBeGreaterThan(50);
  expect(imports).toBeGreaterThan(100);
});

const someText = 'export const some = 1;\n';

const planted: readonly { name: string; files: Record<string, string>; problem: string }[] = [
  {
    name: 'a coordinator that imports an agent',
    files: { 'coordinator/a.ts': use('../node-agent/b.ts'), 'node-agent/b.ts': someText },
    problem: 'coordinator-is-on-its-own: coordinator/a.ts → node-agent/b.ts',
  },
  {
    name: 'an agent that imports a coordinator, for a type',
    files: {
      'node-agent/a.ts': "import type { T } from '../coordinator/b.ts';\nexport const a: T = 1;\n",
      'coordinator/b.ts': 'export type T = number;\n',
    },
    problem: 'node-agent-is-on-its-own: node-agent/a.ts → coordinator/b.ts',
  },
  {
    name: 'a client that imports a coordinator',
    files: { 'client/a.ts': use('../coordinator/b.ts'), 'coordinator/b.ts': someText },
    problem: 'client-is-on-its-own: client/a.ts → coordinator/b.ts',
  },
  {
    name: 'shared code that imports a client',
    files: { 'shared/a.ts': use('../client/b.ts'), 'client/b.ts': someText },
    problem: 'shared-is-the-ground: shared/a.ts → client/b.ts',
  },
  {
    name: 'code that imports main',
    files: { 'coordinator/jobs/a.ts': use('../main.ts'), 'coordinator/main.ts': someText },
    problem: 'nobody-imports-main: coordinator/jobs/a.ts → coordinator/main.ts',
  },
  {
    name: 'a domain that imports compose',
    files: { 'coordinator/jobs/a.ts': use('../compose.ts'), 'coordinator/compose.ts': someText },
    problem: 'compose-is-for-main: coordinator/jobs/a.ts → coordinator/compose.ts',
  },
  {
    name: 'a domain that imports an edge',
    files: {
      'coordinator/jobs/a.ts': use('../services/b.ts'),
      'coordinator/services/b.ts': someText,
    },
    problem: 'edges-are-for-compose: coordinator/jobs/a.ts → coordinator/services/b.ts',
  },
  {
    name: 'a host that imports its agent',
    files: { 'node-agent/host/a.ts': use('../pool/b.ts'), 'node-agent/pool/b.ts': someText },
    problem: 'a-host-knows-little: node-agent/host/a.ts → node-agent/pool/b.ts',
  },
  {
    name: 'frames that import the pool',
    files: { 'node-agent/frames/a.ts': use('../pool/b.ts'), 'node-agent/pool/b.ts': someText },
    problem:
      'what-hosts-and-agent-share-knows-neither: node-agent/frames/a.ts → node-agent/pool/b.ts',
  },
  {
    name: 'an agent that imports its host',
    files: { 'node-agent/pool/a.ts': use('../host/b.ts'), 'node-agent/host/b.ts': someText },
    problem: 'the-agent-stays-out-of-its-hosts: node-agent/pool/a.ts → node-agent/host/b.ts',
  },
  {
    name: 'generated types beyond the wire',
    files: {
      'client/cli/a.ts': use('../../shared/generated/b.ts'),
      'shared/generated/b.ts': someText,
    },
    problem: 'generated-types-stop-at-the-wire: client/cli/a.ts → shared/generated/b.ts',
  },
  {
    name: 'a system call from outside node-agent/kernel',
    files: { 'node-agent/pool/a.ts': use('node:ffi') },
    problem: 'the-kernel-is-called-in-one-folder: node-agent/pool/a.ts → ffi',
  },
  {
    name: 'isolated-vm outside the engine',
    files: { 'node-agent/host/a.ts': use('isolated-vm') },
    problem: 'isolated-vm-is-kept-at-its-edge: node-agent/host/a.ts → node_modules/isolated-vm/',
  },
  {
    name: 'isolated-vm in two files of the engine',
    files: {
      'node-agent/host/engine/a.ts': use('isolated-vm'),
      'node-agent/host/engine/b.ts': use('isolated-vm'),
    },
    problem: 'isolated-vm is imported in more than one file: ',
  },
  {
    name: 'pg in the domain',
    files: { 'coordinator/jobs/a.ts': use('pg') },
    problem: 'pg-is-kept-at-its-edge: coordinator/jobs/a.ts → node_modules/',
  },
  {
    name: 'grpc-js in the domain',
    files: { 'coordinator/jobs/a.ts': use('@grpc/grpc-js') },
    problem: '@grpc/grpc-js-is-kept-at-its-edge: coordinator/jobs/a.ts → node_modules/@grpc/',
  },
  {
    name: 'a test tool in shipped code',
    files: { 'shared/a.ts': use('fast-check') },
    problem: 'no-tools-in-what-is-shipped: shared/a.ts → node_modules/fast-check/',
  },
  {
    name: 'two files that import each other',
    files: { 'shared/a.ts': use('./b.ts'), 'shared/b.ts': use('./a.ts') },
    problem: 'no-cycles: shared/a.ts → shared/b.ts',
  },
  {
    name: 'an import inside what a using statement makes',
    files: { 'shared/a.ts': "using a = await import('./gone.ts');\n" },
    problem: 'no-unresolved: shared/a.ts → ./gone.ts',
  },
  {
    name: 'an import of nothing',
    files: { 'shared/a.ts': use('./gone.ts') },
    problem: 'no-unresolved: shared/a.ts → ./gone.ts',
  },
];

test.each(planted)('checkImports catches $name', async ({ files, problem }) => {
  const { problems } = await checkImports(plant(files));
  expect(problems.filter((found) => found.startsWith(problem))).not.toEqual([]);
});

test('checkImports does not call a project good whose imports it could not read', async () => {
  const { problems } = await checkImports(plant({ 'shared/a.ts': 'export const a = 1;\n' }));
  expect(problems).toEqual(['imports could not be read: 1 modules of 1, 0 imports']);
});

function use(specifier: string): string {
  return `import { some } from '${specifier}';\nexport const other = some;\n`;
}

/** A project of these files, in which some packages are installed. */
function plant(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-planted-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const packages = ['isolated-vm', 'pg', '@grpc/grpc-js'];
  const installed = Object.fromEntries(
    [...packages, 'fast-check'].map((name) => [`node_modules/${name}/index.js`, someText]),
  );
  const manifest = {
    type: 'module',
    dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])),
    devDependencies: { 'fast-check': '1.0.0' },
  };
  const everything: Record<string, string> = {
    ...files,
    ...installed,
    'package.json': JSON.stringify(manifest),
  };
  for (const [path, text] of Object.entries(everything)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
