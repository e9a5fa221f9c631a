// Original file: proto/isopod/v1/execution.proto

export const ProgramLanguage = {
  PROGRAM_LANGUAGE_UNSPECIFIED: 'PROGRAM_LANGUAGE_UNSPECIFIED',
  PROGRAM_LANGUAGE_JAVASCRIPT: 'PROGRAM_LANGUAGE_JAVASCRIPT',
  PROGRAM_LANGUAGE_TYPESCRIPT: 'PROGRAM_LANGUAGE_TYPESCRIPT',
} as const;

export type ProgramLanguage =
  | 'PROGRAM_LANGUAGE_UNSPECIFIED'
  | 0
  | 'PROGRAM_LANGUAGE_JAVASCRIPT'
  | 1
  | 'PROGRAM_LANGUAGE_TYPESCRIPT'
  | 2

export type ProgramLanguage__Output = typeof ProgramLanguage[keyof typeof ProgramLanguage]
