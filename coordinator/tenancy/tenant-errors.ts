/** Why something could not be done with a tenant. */
import { IsopodError } from '../../shared/errors/isopod-error.ts';

export function noTenant(tenantId: string): IsopodError {
  const message = `Could not find the tenant: there is none of the id ${tenantId}`;
  return new IsopodError('TENANT_NOT_FOUND', message);
}

export function tenantExists(tenantId: string): IsopodError {
  const message = `Could not make the tenant: there is one of the id ${tenantId}`;
  return new IsopodError('TENANT_EXISTS', message);
}

export function tenantChanged(tenantId: string, revision: number): IsopodError {
  const message = `Could not update the tenant ${tenantId}: it is of revision ${revision} now`;
  return new IsopodError('TENANT_CHANGED', message);
}

export function tenantLimit(fill: string): IsopodError {
  return new IsopodError('TENANT_LIMIT', `Could not keep more of tenants: ${fill}`);
}

export function noApiKey(keyId: string): IsopodError {
  const message = `Could not find the API key: there is none of the id ${keyId}`;
  return new IsopodError('API_KEY_NOT_FOUND', message);
}
