/** FunctionService over grpc-js: reads requests, has the registry do what they ask, answers. */
import type { FunctionSummary } from '../../shared/functions/deployed-function.ts';
import type { FunctionServiceHandlers } from '../../shared/generated/isopod/v1/FunctionService.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import { functionToWire, versionToWire } from '../../shared/wire/function-codec.ts';
import {
  readAliasName,
  readDeployment,
  readFunctionName,
  readPage,
  readRoutes,
} from '../../shared/wire/function-requests.ts';
import type { FunctionRegistry } from '../functions/function-registry.ts';
import type { FunctionRecord } from '../functions/function-store.ts';
import type { Authenticator } from '../tenancy/authenticator.ts';
import { answering } from './answering.ts';

interface FunctionServiceParts {
  readonly registry: FunctionRegistry;
  readonly authenticator: Authenticator;
  readonly logger: Logger;
}

export function functionServiceHandlers({
  registry,
  ...parts
}: FunctionServiceParts): FunctionServiceHandlers {
  return {
    DeployFunction: answering(parts, async (request, { tenantId }) => {
      const content = readDeployment(request);
      const deployed = await registry.deploy({ tenantId, name: request.name }, content);
      const { record, version, isNew } = deployed;
      const summary = record.versions.find((known) => known.version === version);
      return {
        function: functionToWire(summaryOf(record)),
        version: summary ? versionToWire(summary) : null,
        created: isNew,
      };
    }),
    GetFunction: answering(parts, async (request, { tenantId }) => {
      const record = await registry.get({ tenantId, name: readFunctionName(request) });
      const versions = record.versions.toReversed().map(versionToWire);
      return { function: functionToWire(summaryOf(record)), versions };
    }),
    ListFunctions: answering(parts, async (request, { tenantId }) => {
      const { afterName, countMax } = readPage(request);
      const found = await registry.list(tenantId, afterName, countMax + 1);
      const records = found.slice(0, countMax);
      return {
        functions: records.map((record) => functionToWire(summaryOf(record))),
        nextPageToken: found.length > countMax ? (records.at(-1)?.name ?? '') : '',
      };
    }),
    SetFunctionAlias: answering(parts, async (request, { tenantId }) => {
      const routes = readRoutes(request);
      const key = { tenantId, name: request.name };
      const record = await registry.setAlias(key, request.alias, routes);
      return { function: functionToWire(summaryOf(record)) };
    }),
    DeleteFunctionAlias: answering(parts, async (request, { tenantId }) => {
      const alias = readAliasName(request);
      const record = await registry.deleteAlias({ tenantId, name: request.name }, alias);
      return { function: functionToWire(summaryOf(record)) };
    }),
    DeleteFunction: answering(parts, async (request, { tenantId }) => {
      const key = { tenantId, name: readFunctionName(request) };
      if (request.version === '') await registry.deleteFunction(key);
      else await registry.deleteVersion(key, request.version);
      return {};
    }),
  };
}

function summaryOf({ versions, ...record }: FunctionRecord): FunctionSummary {
  return { ...record, versionCount: versions.length };
}
