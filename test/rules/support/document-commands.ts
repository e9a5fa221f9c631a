/** Whether the commands a document tells its reader to type exist. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from './project-files.ts';

export interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
}

const shellBlock = /^```(?:sh|bash|console|shell)\n([\s\S]*?)^```/gm;
/** npm's own words, which need no script. */
const npmCommands = new Set(['ci', 'install', 'pack', 'link', 'exec']);
const scriptShortcuts = new Set(['test', 'start']);
const filePath = /^(\.\/)?([a-z0-9_.-]+\/)+[a-z0-9_-]+\.[a-z0-9]+$/i;

/** Commands in a Markdown file's shell blocks that cannot be run, as `path: what`. */
export function brokenCommands(file: TextFile, manifest: Package, folder: string): string[] {
  return [...file.text.matchAll(shellBlock)]
    .flatMap(([, block = '']) => block.split('\n'))
    .flatMap((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/(^|\s)#.*$/, '')
        .split(/&&|\|\||[;|]/),
    )
    .map((command) => command.trim().split(/\s+/))
    .flatMap((words) => [...missingScript(words, manifest), ...missingFiles(words, folder)])
    .map((problem) => `${file.path}: ${problem}`);
}

function missingScript([program = '', ...args]: readonly string[], manifest: Package): string[] {
  if (program !== 'npm' && program !== 'npx') return [];
  const [command = '', name] = args.filter((word) => !word.startsWith('-'));
  if (program === 'npx') return command in manifest.bin ? [] : [`no such program: npx ${command}`];
  if (npmCommands.has(command)) return [];
  const script = scriptShortcuts.has(command) ? command : name;
  const isKnown = command === 'run' || scriptShortcuts.has(command);
  return isKnown && script !== undefined && script in manifest.scripts
    ? []
    : [`no such script: npm ${[command, name].join(' ').trim()}`];
}

/** Words that look like a file of the project must name one. */
function missingFiles(words: readonly string[], folder: string): string[] {
  return words
    .filter((word) => filePath.test(word) && !existsSync(join(folder, word)))
    .map((word) => `no such file: ${word}`);
}
