/**
 * A program that is a module, and what it can import. Only what is imported is ever read; what was
 * read for one run is kept for the next.
 */
import { errorTextLimits } from '../../../shared/execution/limits.ts';
import type { GuestError } from '../../../shared/execution/outcome.ts';
import type { ProgramModule } from '../../../shared/execution/program-module.ts';
import type { Found, ModuleGraph, ModuleText } from '../engine/sandbox-engine.ts';
import { dataModule } from './data-module.ts';
import { plainFileName } from './program-text.ts';
import { resolveSpecifier } from './resolve-specifier.ts';
import { stripTypes } from './strip-types.ts';

export class ProgramGraph implements ModuleGraph {
  readonly main: ModuleText;
  readonly #modules: readonly ProgramModule[];
  readonly #texts = new Map<string, ModuleText>();
  /** Whether there is anything for it to import. */
  readonly canImport: boolean;
  /** A module was too much for the reader of TypeScript, which is broken from then on. */
  isHostSpent = false;

  constructor(path: string, source: string, modules: readonly ProgramModule[] = []) {
    this.main = { path, fileName: plainFileName(path), source, isData: false };
    this.#texts.set(path, this.main);
    this.#modules = modules;
    this.canImport = modules.length > 0;
  }

  find(specifier: string, importer: ModuleText): Found {
    const resolution = resolveSpecifier(specifier, importer.path);
    if ('fault' in resolution) return refused(specifier, importer, resolution.fault);
    const known = this.#texts.get(resolution.path);
    if (known) return { text: known };
    const module = this.#modules.find(({ path }) => path === resolution.path);
    if (!module) return refused(specifier, importer, this.#whyNot(specifier, resolution.path));
    return this.#read(module);
  }

  #read({ path, kind, text }: ProgramModule): Found {
    const fileName = plainFileName(path);
    const common = { path, fileName };
    if (kind === 'JAVASCRIPT') return this.#keep({ ...common, source: text, isData: false });
    if (kind !== 'TYPESCRIPT')
      return this.#keep({ ...common, source: dataModule(kind, text), isData: true });
    const stripped = stripTypes(text, fileName);
    if ('source' in stripped)
      return this.#keep({ ...common, source: stripped.source, isData: false });
    if (stripped.isReaderBroken) this.isHostSpent = true;
    return { error: stripped.error };
  }

  #keep(text: ModuleText): Found {
    this.#texts.set(text.path, text);
    return { text };
  }

  #whyNot(specifier: string, path: string): string {
    const meant = this.#modules.find((module) => isNearly(module.path, path));
    if (meant)
      return `there is ${meant.path}, but names are taken as they are written, suffix included`;
    if (specifier.startsWith('.')) return `the program has no module ${path}`;
    return 'the program has no module of that name; give it along, or bundle it, as isopod run does';
  }
}

/** The same but for how it ends: `./tax` and `./tax.js` for `tax.ts`, `./tax` for `tax/index.js`. */
function isNearly(there: string, wanted: string): boolean {
  const stem = (path: string): string => path.replace(/\/index\.\w+$|\.[cm]?[jt]sx?$/, '');
  return stem(there) === stem(wanted);
}

function refused(specifier: string, importer: ModuleText, why: string): Found {
  const shown = JSON.stringify(specifier.slice(0, errorTextLimits.nameCharsMax));
  const message = `Could not import ${shown} from ${importer.fileName}: ${why}`;
  const error: GuestError = {
    name: 'SyntaxError',
    message: message.slice(0, errorTextLimits.messageCharsMax),
    stack: '',
  };
  return { error };
}
