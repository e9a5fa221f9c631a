/** TenantService over grpc-js: what administrators do with tenants and keys. */
import type { TenantServiceHandlers } from '../../shared/generated/isopod/v1/TenantService.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import {
  type ApiKeyDescription,
  type TenantDescription,
} from '../../shared/tenants/tenant-policy.ts';
import { apiKeyToWire, tenantToWire, usageToWire } from '../../shared/wire/tenant-codec.ts';
import {
  readKeyId,
  readKeyRequest,
  readTenantId,
  readTenantPage,
  readTenantPolicy,
} from '../../shared/wire/tenant-requests.ts';
import type { Tenancy } from '../tenancy/tenancy.ts';
import type { KeyRecord, TenantRecord } from '../tenancy/tenant-store.ts';
import { answeringAdministrator } from './answering.ts';

interface TenantServiceParts {
  readonly tenancy: Pick<Tenancy, 'registry' | 'directory'>;
  readonly logger: Logger;
}

export function tenantServiceHandlers(parts: TenantServiceParts): TenantServiceHandlers {
  return { ...tenantHandlers(parts), ...keyHandlers(parts) };
}

type TenantMethod = 'CreateTenant' | 'GetTenant' | 'ListTenants' | 'UpdateTenant' | 'DeleteTenant';
type KeyMethod = 'CreateApiKey' | 'ListApiKeys' | 'RevokeApiKey';

function tenantHandlers({
  tenancy: { registry, directory },
  logger,
}: TenantServiceParts): Pick<TenantServiceHandlers, TenantMethod> {
  return {
    CreateTenant: answeringAdministrator(logger, async (request) => {
      const record = await registry.create(request.tenantId, readTenantPolicy(request));
      logger.info({ tenantId: record.tenantId }, 'tenant was made');
      return { tenant: tenantToWire(describe(record)) };
    }),
    GetTenant: answeringAdministrator(logger, async (request) => {
      const record = await registry.get(readTenantId(request.tenantId));
      const usage = directory.account(record.tenantId)?.meter.usage;
      return {
        tenant: tenantToWire(describe(record)),
        ...(usage ? { usage: usageToWire(usage) } : {}),
      };
    }),
    ListTenants: answeringAdministrator(logger, async (request) => {
      const { afterId, countMax } = readTenantPage(request);
      const found = directory.list(afterId, countMax + 1);
      const records = found.slice(0, countMax);
      return {
        tenants: records.map((record) => tenantToWire(describe(record))),
        nextPageToken: found.length > countMax ? (records.at(-1)?.tenantId ?? '') : '',
      };
    }),
    UpdateTenant: answeringAdministrator(logger, async (request) => {
      const policy = readTenantPolicy(request);
      const revision = request.revision === 0 ? undefined : request.revision;
      const record = await registry.update(request.tenantId, policy, revision);
      logger.info({ tenantId: record.tenantId, revision: record.revision }, 'tenant was changed');
      return { tenant: tenantToWire(describe(record)) };
    }),
    DeleteTenant: answeringAdministrator(logger, async (request) => {
      const tenantId = readTenantId(request.tenantId);
      await registry.delete(tenantId);
      logger.info({ tenantId }, 'tenant was deleted');
      return {};
    }),
  };
}

function keyHandlers({
  tenancy: { registry },
  logger,
}: TenantServiceParts): Pick<TenantServiceHandlers, KeyMethod> {
  return {
    CreateApiKey: answeringAdministrator(logger, async (request) => {
      const { tenantId, description } = readKeyRequest(request);
      const { record, text } = await registry.createKey(tenantId, description);
      logger.info({ tenantId, keyId: record.keyId }, 'API key was made');
      return { apiKey: apiKeyToWire(describeKey(tenantId, record)), key: text };
    }),
    ListApiKeys: answeringAdministrator(logger, async (request) => {
      const { tenantId, keys } = await registry.get(readTenantId(request.tenantId));
      return { apiKeys: keys.map((key) => apiKeyToWire(describeKey(tenantId, key))) };
    }),
    RevokeApiKey: answeringAdministrator(logger, async (request) => {
      const keyId = readKeyId(request.keyId);
      await registry.revokeKey(keyId);
      logger.info({ keyId }, 'API key was revoked');
      return {};
    }),
  };
}

function describe({ keys, ...record }: TenantRecord): TenantDescription {
  return { ...record, apiKeyCount: keys.length };
}

/** Without its hash, which is nobody's business either. */
function describeKey(
  tenantId: string,
  { keyId, description, createdAtMs }: KeyRecord,
): ApiKeyDescription {
  return { keyId, tenantId, description, createdAtMs };
}
