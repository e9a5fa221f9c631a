/**
 * From a module to everything that it imports, each compiled once, before any of it is linked: what
 * is missing is found here, and named. Without recursion, however deep the graph.
 */
import type { GuestError } from '../../../shared/execution/outcome.ts';
import type { ModuleGraph, ModuleText } from './sandbox-engine.ts';

/** Imports of all modules together. A linker's work grows faster than their number. */
const importsMax = 4_096;

export interface ModuleCompiler<Handle> {
  compile(text: ModuleText): Compiled<Handle> | Promise<Compiled<Handle>>;
  specifiersOf(module: Handle): readonly string[];
}

export type Compiled<Handle> = { readonly module: Handle } | { readonly error: GuestError };

export interface CompiledGraph<Handle> {
  readonly main: Handle;
  readonly modules: readonly Handle[];
  /** What a module imports by a specifier. */
  readonly imports: ReadonlyMap<Handle, ReadonlyMap<string, Handle>>;
}

export async function compileGraph<Handle>(
  graph: ModuleGraph,
  compiler: ModuleCompiler<Handle>,
): Promise<CompiledGraph<Handle> | { readonly error: GuestError }> {
  const byText = new Map<ModuleText, Handle>();
  const imports = new Map<Handle, ReadonlyMap<string, Handle>>();
  const compiled = async (text: ModuleText): Promise<Compiled<Handle>> => {
    const made = compiler.compile(text);
    const result = made instanceof Promise ? await made : made;
    if ('module' in result) byText.set(text, result.module);
    return result;
  };
  const first = await compiled(graph.main);
  if ('error' in first) return first;
  let importCount = 0;
  // A Map goes on to what is added while it is walked.
  for (const [importer, module] of byText) {
    const specifiers = compiler.specifiersOf(module);
    if (specifiers.length === 0) continue;
    importCount += specifiers.length;
    if (importCount > importsMax) return { error: tooManyImports };
    const found = new Map<string, Handle>();
    for (const specifier of specifiers) {
      const wanted = graph.find(specifier, importer);
      if ('error' in wanted) return wanted;
      const known = byText.get(wanted.text);
      const result = known === undefined ? await compiled(wanted.text) : { module: known };
      if ('error' in result) return result;
      found.set(specifier, result.module);
    }
    imports.set(module, found);
  }
  return { main: first.module, modules: [...byText.values()], imports };
}

const tooManyImports: GuestError = {
  name: 'SyntaxError',
  message: `The modules of the program import each other more than ${importsMax} times`,
  stack: '',
};
