/** What the rules look at: files that people write, by their path from the project's folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '../../..');

/** Others' work, and files made from other files. */
const foreignFolders = new Set([
  'node_modules',
  '.git',
  '.isopod',
  'generated',
  'dist',
  'coverage',
]);

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Every file below `folder`, sorted. */
export function listFiles(folder: string = projectFolder): string[] {
  return [...below(folder, '')].toSorted();
}

export function readProjectFile(path: string): TextFile {
  return { path, text: readFileSync(join(projectFolder, path), 'utf8') };
}

function* below(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && !foreignFolders.has(entry.name)) yield* below(root, path);
  }
}
