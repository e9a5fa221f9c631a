import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { brokenCommands, type Package } from './support/document-commands.ts';
import { brokenLinks } from './support/markdown-links.ts';
import { listFiles, projectFolder, readProjectFile } from './support/project-files.ts';

const documents = listFiles()
  .filter((path) => path.endsWith('.md'))
  .map((path) => readProjectFile(path));

test('every relative link of every document leads somewhere', () => {
  expect(documents.length).toBeGreaterThan(0);
  expect(documents.flatMap((file) => brokenLinks(file, projectFolder))).toEqual([]);
});

test('every command that a document tells its reader to type exists', () => {
  const manifest = JSON.parse(readProjectFile('package.json').text) as Package;
  expect(documents.flatMap((file) => brokenCommands(file, manifest, projectFolder))).toEqual([]);
});

test('each top-level folder has a README.md', () => {
  expect(foldersWithoutReadme(projectFolder)).toEqual([]);
});

test('foldersWithoutReadme finds a folder that nobody explains', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'explained'));
  mkdirSync(join(folder, 'unexplained'));
  writeFileSync(join(folder, 'explained/README.md'), '# Explained\n');
  expect(foldersWithoutReadme(folder)).toEqual(['unexplained']);
});

test('brokenLinks finds links to files, headings and references that are not there', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'there.md'), '# A `word`, and more\n');
  const text = [
    '# Here it is',
    '[ok](there.md) [ok](#here-it-is) [ok](there.md#a-word-and-more) [ok](https://example.org/x)',
    '`[quoted](gone.md)`',
    '```\n[quoted](gone.md)\n```',
    '[bad](gone.md) ![bad](gone.png) [bad](there.md#gone) [bad](#gone)',
    '',
    '[bad]: gone/deep.md',
  ].join('\n');
  writeFileSync(join(folder, 'here.md'), text);
  expect(brokenLinks({ path: 'here.md', text }, folder)).toEqual([
    'here.md: gone.md',
    'here.md: gone.png',
    'here.md: there.md#gone',
    'here.md: #gone',
    'here.md: gone/deep.md',
  ]);
});

test('brokenCommands finds scripts, programs and files that are not there', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'examples'));
  writeFileSync(join(folder, 'examples/there.ts'), '');
  const manifest = { scripts: { test: '', check: '' }, bin: { isopod: '' } };
  const text = [
    '```sh',
    'npm ci && npx isopod run examples/there.ts # prints an outcome',
    '$ npm run check',
    'npm test',
    'npm start',
    'npm run fly && npx gone run examples/gone.ts',
    '```',
    '```ts',
    'npm run quoted',
    '```',
  ].join('\n');
  expect(brokenCommands({ path: 'a.md', text }, manifest, folder)).toEqual([
    'a.md: no such script: npm start',
    'a.md: no such script: npm run fly',
    'a.md: no such program: npx gone',
    'a.md: no such file: examples/gone.ts',
  ]);
});

function foldersWithoutReadme(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => !readdirSync(join(folder, name)).includes('README.md'));
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-documents-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
