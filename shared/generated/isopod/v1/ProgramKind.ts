// Original file: proto/isopod/v1/execution.proto

export const ProgramKind = {
  PROGRAM_KIND_UNSPECIFIED: 'PROGRAM_KIND_UNSPECIFIED',
  PROGRAM_KIND_AUTO: 'PROGRAM_KIND_AUTO',
  PROGRAM_KIND_SCRIPT: 'PROGRAM_KIND_SCRIPT',
  PROGRAM_KIND_MODULE: 'PROGRAM_KIND_MODULE',
} as const;

export type ProgramKind =
  | 'PROGRAM_KIND_UNSPECIFIED'
  | 0
  | 'PROGRAM_KIND_AUTO'
  | 1
  | 'PROGRAM_KIND_SCRIPT'
  | 2
  | 'PROGRAM_KIND_MODULE'
  | 3

export type ProgramKind__Output = typeof ProgramKind[keyof typeof ProgramKind]
