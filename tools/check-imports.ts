/**
 * Holds every import against the rules. dependency-cruiser finds nothing to say about modules it
 * could not read, so the number it read is compared with the number there is.
 */
import { existsSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import './swc-using-declarations.ts';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { importRules, singleImporterPackages } from './import-rules.ts';

const folders = ['coordinator', 'node-agent', 'shared', 'client', 'test', 'bench', 'tools'];

export interface ImportReport {
  readonly modules: number;
  readonly imports: number;
  readonly problems: readonly string[];
}

/** Reads every module below `projectFolder`, and describes what breaks a rule. */
export async function checkImports(projectFolder: string): Promise<ImportReport> {
  const present = folders.filter((folder) => countModules(projectFolder, [folder]) > 0);
  const { output } = await cruise(present, {
    baseDir: projectFolder,
    parser: 'swc',
    // Types are imports too: they decide what can be understood, and moved, on its own.
    tsPreCompilationDeps: true,
    // Node's own, but experimental, so not in the list that Node gives of them.
    builtInModules: { override: [...builtinModules, 'ffi', 'node:ffi'], add: [] },
    doNotFollow: { path: 'node_modules' },
    validate: true,
    ruleSet: { forbidden: importRules },
  });
  if (typeof output === 'string') throw new TypeError('imports could not be read: no result');

  const own = output.modules.filter(({ source }) => folders.includes(source.split('/')[0] ?? ''));
  const imports = own.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
  return {
    modules: own.length,
    imports,
    problems: [
      ...output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
      ...singleImporterPackages.flatMap((name) => secondImporters(output, name)),
      ...unreadModules(own.length, imports, countModules(projectFolder, present)),
    ],
  };
}

function secondImporters({ modules }: ICruiseResult, packageName: string): string[] {
  const importers = modules
    .filter(({ source }) => !/^(test|bench)\//.test(source))
    .filter(({ dependencies }) => dependencies.some(({ module }) => module === packageName))
    .map(({ source }) => source);
  if (importers.length <= 1) return [];
  return [`${packageName} is imported in more than one file: ${importers.join(', ')}`];
}

function unreadModules(read: number, imports: number, present: number): string[] {
  if (read >= present && imports > 0) return [];
  return [`imports could not be read: ${read} modules of ${present}, ${imports} imports`];
}

function countModules(projectFolder: string, inFolders: readonly string[]): number {
  return inFolders
    .map((folder) => join(projectFolder, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map(String))
    .filter((name) => name.endsWith('.ts')).length;
}
