// Original file: proto/isopod/v1/execution.proto

export const ModuleKind = {
  MODULE_KIND_UNSPECIFIED: 'MODULE_KIND_UNSPECIFIED',
  MODULE_KIND_JAVASCRIPT: 'MODULE_KIND_JAVASCRIPT',
  MODULE_KIND_TYPESCRIPT: 'MODULE_KIND_TYPESCRIPT',
  MODULE_KIND_JSON: 'MODULE_KIND_JSON',
  MODULE_KIND_TEXT: 'MODULE_KIND_TEXT',
  MODULE_KIND_BYTES: 'MODULE_KIND_BYTES',
} as const;

export type ModuleKind =
  | 'MODULE_KIND_UNSPECIFIED'
  | 0
  | 'MODULE_KIND_JAVASCRIPT'
  | 1
  | 'MODULE_KIND_TYPESCRIPT'
  | 2
  | 'MODULE_KIND_JSON'
  | 3
  | 'MODULE_KIND_TEXT'
  | 4
  | 'MODULE_KIND_BYTES'
  | 5

export type ModuleKind__Output = typeof ModuleKind[keyof typeof ModuleKind]
