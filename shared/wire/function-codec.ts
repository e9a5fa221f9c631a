/** Functions as FunctionService describes them: written by the coordinator, read by the SDK. */
import { defaultLimits, type Limits } from '../execution/limits.ts';
import type {
  FunctionAlias,
  FunctionRoute,
  FunctionSummary,
  VersionSummary,
} from '../functions/deployed-function.ts';
import type {
  Function__Output,
  Function as WireFunction,
} from '../generated/isopod/v1/Function.ts';
import type { FunctionRoute__Output } from '../generated/isopod/v1/FunctionRoute.ts';
import type {
  FunctionVersion__Output,
  FunctionVersion as WireVersion,
} from '../generated/isopod/v1/FunctionVersion.ts';
import { durationToUs, timestampFromMs } from './duration.ts';
import { isolationLevelEnum, programKindEnum, programLanguageEnum } from './enums.ts';
import { limitsToWire, readLimits } from './limits-codec.ts';

export function functionToWire(summary: FunctionSummary): WireFunction {
  const { name, latestVersion, versionCount, aliases, createdAtMs, updatedAtMs } = summary;
  return {
    name,
    latestVersion,
    versionCount,
    aliases: aliases.map(({ alias, routes }) => ({ alias, routes: routesToWire(routes) })),
    createTime: timestampFromMs(createdAtMs),
    updateTime: timestampFromMs(updatedAtMs),
  };
}

export function functionFromWire(wire: Function__Output | null): FunctionSummary {
  return {
    name: wire?.name ?? '',
    latestVersion: wire?.latestVersion ?? '',
    versionCount: wire?.versionCount ?? 0,
    aliases: wire?.aliases.map(aliasFromWire) ?? [],
    createdAtMs: durationToUs(wire?.createTime) / 1000,
    updatedAtMs: durationToUs(wire?.updateTime) / 1000,
  };
}

export function routesToWire(routes: readonly FunctionRoute[]): FunctionRoute[] {
  return routes.map(({ version, weight }) => ({ version, weight }));
}

function aliasFromWire(wire: {
  alias: string;
  routes: readonly FunctionRoute__Output[];
}): FunctionAlias {
  const { alias, routes } = wire;
  return { alias, routes: routesToWire(routes) };
}

export function versionToWire(summary: VersionSummary): WireVersion {
  const { version, sourceBytes, kind, language, fileName, limits, isolation } = summary;
  return {
    version,
    sourceBytes,
    kind: programKindEnum.toWire(kind),
    language: programLanguageEnum.toWire(language),
    fileName,
    limits: limitsToWire(limits),
    isolationLevel: isolationLevelEnum.toWire(isolation),
    createTime: timestampFromMs(summary.createdAtMs),
  };
}

export function versionFromWire(wire: FunctionVersion__Output | null): VersionSummary {
  return {
    version: wire?.version ?? '',
    sourceBytes: wire?.sourceBytes ?? 0,
    kind: programKindEnum.fromWire(wire?.kind) ?? 'AUTO',
    language: programLanguageEnum.fromWire(wire?.language) ?? 'JAVASCRIPT',
    fileName: wire?.fileName ?? '',
    limits: limitsFromWire(wire),
    isolation: isolationLevelEnum.fromWire(wire?.isolationLevel) ?? 'POOLED',
    createdAtMs: durationToUs(wire?.createTime) / 1000,
  };
}

/** The coordinator's own; what this version would not accept is of no concern here. */
function limitsFromWire(wire: FunctionVersion__Output | null): Limits {
  return wire ? readLimits(wire.limits, []) : defaultLimits;
}
