/** Program text and what it can import: written by the SDK, read and checked by the coordinator. */
import type { FieldViolation } from '../errors/isopod-error.ts';
import type { Program, ProgramKind, ProgramLanguage } from '../execution/execution.ts';
import { payloadLimits } from '../execution/limits.ts';
import { programHash } from '../execution/program-hash.ts';
import {
  type ModuleKind,
  moduleKindOf,
  modulePathFault,
  modulesMax,
  type ProgramModule,
} from '../execution/program-module.ts';
import { programBytes } from '../execution/program-size.ts';
import type { Source__Output, Source as WireSource } from '../generated/isopod/v1/Source.ts';
import type {
  SourceModule__Output,
  SourceModule as WireModule,
} from '../generated/isopod/v1/SourceModule.ts';
import { moduleKindEnum, programKindEnum, programLanguageEnum } from './enums.ts';
import { readEnum } from './read-enum.ts';

/** A module's text, or bytes; of what kind it is, its path says where it is not said here. */
export type ModuleRequest =
  | string
  | Uint8Array
  | { readonly text: string; readonly kind: ModuleKind };

export interface SourceRequest {
  readonly source: string;
  /** @default 'AUTO' */
  readonly kind?: ProgramKind;
  /** @default 'JAVASCRIPT' */
  readonly language?: ProgramLanguage;
  /** Shown in stacks. @default 'main.js', or 'main.ts' */
  readonly fileName?: string;
  /** What the program can import, by path (`lib/tax.ts`) or by bare name. @default nothing */
  readonly modules?: Readonly<Record<string, ModuleRequest>>;
}

export function sourceToWire(request: Partial<SourceRequest>): WireSource {
  const { source = '', kind, language, fileName, modules } = request;
  return {
    text: source,
    ...(kind ? { kind: programKindEnum.toWire(kind) } : {}),
    ...(language ? { language: programLanguageEnum.toWire(language) } : {}),
    fileName: fileName ?? '',
    ...(modules ? { modules: Object.entries(modules).map(moduleRequestToWire) } : {}),
  };
}

function moduleRequestToWire([path, given]: readonly [string, ModuleRequest]): WireModule {
  if (typeof given === 'string') return { path, text: given };
  if (given instanceof Uint8Array) {
    const text = Buffer.from(given.buffer, given.byteOffset, given.byteLength).toString('base64');
    return { path, text, kind: moduleKindEnum.toWire('BYTES') };
  }
  return { path, text: given.text, kind: moduleKindEnum.toWire(given.kind) };
}

export function moduleToWire({ path, text, kind }: ProgramModule): WireModule {
  return { path, text, kind: moduleKindEnum.toWire(kind) };
}

/** Undefined, or wrong, where it adds to `violations`. */
export function readProgram(
  wire: Source__Output | null | undefined,
  violations: FieldViolation[],
): Program | undefined {
  if (!wire) {
    violations.push({ field: 'source', description: 'must be set' });
    return undefined;
  }
  if (wire.text === '') violations.push({ field: 'source.text', description: 'must not be empty' });
  const kind = readEnum(programKindEnum, wire.kind, 'AUTO', 'source.kind', violations);
  const language = readEnum(
    programLanguageEnum,
    wire.language,
    'JAVASCRIPT',
    'source.language',
    violations,
  );
  const fileName = wire.fileName || (language === 'TYPESCRIPT' ? 'main.ts' : 'main.js');
  if (fileName.length > 255 || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(fileName))
    violations.push({
      field: 'source.file_name',
      description: 'must be at most 255 characters, none of them a control character',
    });
  const program = { source: wire.text, kind, language, fileName };
  if (wire.modules.length === 0) return complete(program, violations);
  if (kind === 'SCRIPT')
    violations.push({
      field: 'source.modules',
      description: 'must be empty: a script cannot import',
    });
  const modules = readModules(wire.modules, fileName, violations);
  return complete({ ...program, modules }, violations);
}

function readModules(
  wire: readonly SourceModule__Output[],
  fileName: string,
  violations: FieldViolation[],
): ProgramModule[] {
  if (wire.length > modulesMax) {
    const description = `must be at most ${modulesMax}: ${wire.length}`;
    violations.push({ field: 'source.modules', description });
    return [];
  }
  const taken = new Set([fileName]);
  return wire.map(({ path, text, kind: wireKind }, index) => {
    const field = `source.modules[${index}]`;
    const fault =
      modulePathFault(path) ?? (taken.has(path) ? `is there twice: ${path}` : undefined);
    if (fault) violations.push({ field: `${field}.path`, description: fault });
    taken.add(path);
    const usual = moduleKindOf(path);
    const kind = readEnum(moduleKindEnum, wireKind, usual, `${field}.kind`, violations);
    return { path, kind, text };
  });
}

function complete(program: Omit<Program, 'hash'>, violations: FieldViolation[]): Program {
  const { sourceBytesMax } = payloadLimits;
  const bytes = programBytes(program);
  if (bytes > sourceBytesMax)
    violations.push({
      field: program.modules ? 'source' : 'source.text',
      description: `must be at most ${sourceBytesMax} bytes: ${bytes}`,
    });
  return { ...program, hash: programHash(program) };
}
