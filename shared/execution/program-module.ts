/** What a program can import: files beside it, and libraries that were given along. */

export const moduleKinds = ['JAVASCRIPT', 'TYPESCRIPT', 'JSON', 'TEXT', 'BYTES'] as const;
export type ModuleKind = (typeof moduleKinds)[number];

export interface ProgramModule {
  /** Relative to the program's folder, such as `lib/tax.ts`; or a library's bare name. */
  readonly path: string;
  readonly kind: ModuleKind;
  /** Of BYTES, in base64. */
  readonly text: string;
}

export const modulesMax = 256;
export const modulePathCharsMax = 255;

const kindBySuffix: Readonly<Record<string, ModuleKind>> = {
  '.ts': 'TYPESCRIPT',
  '.mts': 'TYPESCRIPT',
  '.json': 'JSON',
  '.txt': 'TEXT',
};

/** What a module is where only its path tells. */
export function moduleKindOf(path: string): ModuleKind {
  const suffix = /\.\w+$/.exec(path)?.[0] ?? '';
  return kindBySuffix[suffix] ?? 'JAVASCRIPT';
}

/** Why it is no path of a module; undefined when it is one. */
export function modulePathFault(path: string): string | undefined {
  if (path === '' || path.length > modulePathCharsMax)
    return `must have 1 to ${modulePathCharsMax} characters: ${path.length}`;
  if (/[\p{Cc}\p{Zl}\p{Zp}\\]/u.test(path))
    return 'must have no control character and no backslash';
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..'))
    return `must not begin or end with a slash, nor have a part that is empty, '.' or '..': ${path}`;
  return undefined;
}
