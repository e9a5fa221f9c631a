/**
 * Tenants and their API keys, for administrators:
 *
 *     using admin = new IsopodClient({ address, apiKey: adminKey });
 *     await admin.tenants.create('acme', { quotas: { callsPerSecondMax: 100 } });
 *     const { key } = await admin.tenants.createKey('acme', 'the shop');
 */
import {
  type ApiKeyDescription,
  type TenantDescription,
  type TenantPolicy,
  type TenantUsage,
  tenantLimits,
  usualPolicy,
} from '../../shared/tenants/tenant-policy.ts';
import type { TenantService } from '../../shared/wire/services.ts';
import {
  apiKeyFromWire,
  policyToWire,
  tenantFromWire,
  usageFromWire,
} from '../../shared/wire/tenant-codec.ts';
import type { CallOptions, ResponseOf, UnaryCaller } from './unary-caller.ts';

type Tenants = InstanceType<typeof TenantService>;

export interface TenantDetails {
  readonly tenant: TenantDescription;
  /** Of the coordinator that was asked. */
  readonly usage: TenantUsage;
}

export interface CreatedApiKey {
  readonly apiKey: ApiKeyDescription;
  /** The key itself: it cannot be had again. */
  readonly key: string;
}

/** Every method rejects with an IsopodError; its `reason` is TENANT_NOT_FOUND, PERMISSION_DENIED, … */
export class TenantsClient {
  readonly #service: Tenants;
  readonly #caller: UnaryCaller;

  /** Made by IsopodClient, which has it as `tenants`. */
  constructor(service: Tenants, caller: UnaryCaller) {
    this.#service = service;
    this.#caller = caller;
  }

  async create(
    tenantId: string,
    policy: Partial<TenantPolicy> = {},
    options: CallOptions = {},
  ): Promise<TenantDescription> {
    const request = { tenantId, policy: policyToWire({ ...usualPolicy, ...policy }) };
    const response = await this.#caller.call<ResponseOf<Tenants['createTenant']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.createTenant(request, metadata, grpcOptions, answer),
    );
    return tenantFromWire(response.tenant);
  }

  async get(tenantId: string, options: CallOptions = {}): Promise<TenantDetails> {
    const response = await this.#caller.call<ResponseOf<Tenants['getTenant']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.getTenant({ tenantId }, metadata, grpcOptions, answer),
    );
    return { tenant: tenantFromWire(response.tenant), usage: usageFromWire(response.usage) };
  }

  /** All of them, by id. */
  async list(options: CallOptions = {}): Promise<TenantDescription[]> {
    const tenants: TenantDescription[] = [];
    let pageToken = '';
    do {
      const request = { pageSize: tenantLimits.pageSizeMax, pageToken };
      const response = await this.#caller.call<ResponseOf<Tenants['listTenants']>>(
        options,
        (metadata, grpcOptions, answer) =>
          this.#service.listTenants(request, metadata, grpcOptions, answer),
      );
      tenants.push(...response.tenants.map(tenantFromWire));
      pageToken = response.nextPageToken;
    } while (pageToken !== '');
    return tenants;
  }

  /**
   * `policy` takes the place of all of the one that there is. With `revision` it does only if the
   * tenant is of that one still, and rejects with TENANT_CHANGED otherwise.
   */
  async update(
    tenantId: string,
    policy: TenantPolicy,
    { revision = 0, ...options }: CallOptions & { readonly revision?: number } = {},
  ): Promise<TenantDescription> {
    const request = { tenantId, policy: policyToWire(policy), revision };
    const response = await this.#caller.call<ResponseOf<Tenants['updateTenant']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.updateTenant(request, metadata, grpcOptions, answer),
    );
    return tenantFromWire(response.tenant);
  }

  /** With its keys, functions and sessions. */
  async delete(tenantId: string, options: CallOptions = {}): Promise<void> {
    await this.#caller.call<ResponseOf<Tenants['deleteTenant']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.deleteTenant({ tenantId }, metadata, grpcOptions, answer),
    );
  }

  /** `description` is for people: what the key is for. */
  async createKey(
    tenantId: string,
    description = '',
    options: CallOptions = {},
  ): Promise<CreatedApiKey> {
    const response = await this.#caller.call<ResponseOf<Tenants['createApiKey']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.createApiKey({ tenantId, description }, metadata, grpcOptions, answer),
    );
    return { apiKey: apiKeyFromWire(response.apiKey), key: response.key };
  }

  /** The oldest first. */
  async listKeys(tenantId: string, options: CallOptions = {}): Promise<ApiKeyDescription[]> {
    const response = await this.#caller.call<ResponseOf<Tenants['listApiKeys']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.listApiKeys({ tenantId }, metadata, grpcOptions, answer),
    );
    return response.apiKeys.map(apiKeyFromWire);
  }

  /** Calls with it are refused from now on, and streams that were opened with it end. */
  async revokeKey(keyId: string, options: CallOptions = {}): Promise<void> {
    await this.#caller.call<ResponseOf<Tenants['revokeApiKey']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.revokeApiKey({ keyId }, metadata, grpcOptions, answer),
    );
  }
}
