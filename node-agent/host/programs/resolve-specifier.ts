/**
 * Which module an import names. As on the web and unlike in Node nothing is guessed: no suffix is
 * added, no folder has an index.
 *
 *   './x.js', '../x.js'   beside the importer, by the path written
 *   'zod', '@a/b@1.2.3'   the module of that very name
 */

export type Resolution =
  | { readonly path: string }
  /** Why there can be none. */
  | { readonly fault: string };

export function resolveSpecifier(specifier: string, importerPath: string): Resolution {
  if (/^\.\.?\//.test(specifier)) return relative(specifier, importerPath);
  if (specifier.startsWith('/')) return { fault: "paths begin with './' or '../'" };
  if (specifier.startsWith('node:')) return { fault: 'what Node has is not in the sandbox' };
  if (/^(?:https?|data|file|blob):/.test(specifier)) return { fault: 'nothing is loaded by URL' };
  return { path: specifier };
}

function relative(specifier: string, importerPath: string): Resolution {
  const parts = importerPath.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return { fault: "it leaves the program's folder" };
  }
  return { path: parts.join('/') };
}
