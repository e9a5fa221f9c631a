/** What FunctionService is asked, checked field by field. */
import { type FieldViolation, invalidRequest } from '../errors/isopod-error.ts';
import {
  type FunctionContent,
  type FunctionRoute,
  functionNameRule,
  isFunctionName,
  isSettableAlias,
  isVersion,
} from '../functions/deployed-function.ts';
import { functionLimits, pageSizeDefault } from '../functions/function-limits.ts';
import type { DeployFunctionRequest__Output } from '../generated/isopod/v1/DeployFunctionRequest.ts';
import type { ListFunctionsRequest__Output } from '../generated/isopod/v1/ListFunctionsRequest.ts';
import type { SetFunctionAliasRequest__Output } from '../generated/isopod/v1/SetFunctionAliasRequest.ts';
import { isolationLevelEnum } from './enums.ts';
import { readLimits } from './limits-codec.ts';
import { readEnum } from './read-enum.ts';
import { readProgram } from './source-codec.ts';

/** All of these throw INVALID_REQUEST with every field at fault. */
export function readDeployment(wire: DeployFunctionRequest__Output): FunctionContent {
  const violations: FieldViolation[] = [];
  checkName(wire.name, violations);
  const program = readProgram(wire.source, violations);
  const limits = readLimits(wire.limits, violations);
  const level = wire.isolationLevel;
  const isolation = readEnum(isolationLevelEnum, level, 'POOLED', 'isolation_level', violations);
  if (violations.length > 0 || !program) throw invalidRequest(violations);
  return { program, limits, isolation };
}

/** `version` is empty where the whole function is meant. */
export function readFunctionName({
  name,
  version = '',
}: {
  readonly name: string;
  readonly version?: string;
}): string {
  const violations: FieldViolation[] = [];
  checkName(name, violations);
  if (version !== '' && !isVersion(version))
    violations.push({ field: 'version', description: 'must be a version, or empty' });
  if (violations.length > 0) throw invalidRequest(violations);
  return name;
}

export function readAliasName(wire: { readonly name: string; readonly alias: string }): string {
  const violations: FieldViolation[] = [];
  checkName(wire.name, violations);
  checkAlias(wire.alias, violations);
  if (violations.length > 0) throw invalidRequest(violations);
  return wire.alias;
}

export function readRoutes(wire: SetFunctionAliasRequest__Output): readonly FunctionRoute[] {
  const violations: FieldViolation[] = [];
  checkName(wire.name, violations);
  checkAlias(wire.alias, violations);
  const { routesPerAliasMax, routeWeightMax } = functionLimits;
  const { routes } = wire;
  if (routes.length < 1 || routes.length > routesPerAliasMax)
    violations.push({
      field: 'routes',
      description: `must be 1 to ${routesPerAliasMax}: ${routes.length}`,
    });
  const seen = new Set<string>();
  routes.forEach(({ version, weight }, index) => {
    const field = `routes[${index}]`;
    if (!isVersion(version))
      violations.push({ field: `${field}.version`, description: 'must be a version' });
    if (seen.has(version))
      violations.push({ field: `${field}.version`, description: 'must be there once' });
    seen.add(version);
    if (weight < 1 || weight > routeWeightMax)
      violations.push({
        field: `${field}.weight`,
        description: `must be from 1 to ${routeWeightMax}: ${weight}`,
      });
  });
  if (violations.length > 0) throw invalidRequest(violations);
  return routes.map(({ version, weight }) => ({ version, weight }));
}

export function readPage({ pageSize, pageToken }: ListFunctionsRequest__Output): {
  readonly afterName: string;
  readonly countMax: number;
} {
  const { pageSizeMax } = functionLimits;
  if (pageSize < 0 || pageSize > pageSizeMax)
    throw invalidRequest([
      { field: 'page_size', description: `must be from 0 to ${pageSizeMax}: ${pageSize}` },
    ]);
  if (pageToken !== '' && !isFunctionName(pageToken))
    throw invalidRequest([{ field: 'page_token', description: 'must be of an answer before' }]);
  return { afterName: pageToken, countMax: pageSize === 0 ? pageSizeDefault : pageSize };
}

function checkName(name: string, violations: FieldViolation[]): void {
  if (!isFunctionName(name))
    violations.push({ field: 'name', description: `must be ${functionNameRule}` });
}

function checkAlias(alias: string, violations: FieldViolation[]): void {
  if (!isSettableAlias(alias))
    violations.push({
      field: 'alias',
      description: `must be ${functionNameRule}; not latest, and nothing like a version`,
    });
}
