/** Tenants and keys as TenantService has them, both ways. */
import type { ApiKey__Output, ApiKey as WireKey } from '../generated/isopod/v1/ApiKey.ts';
import type { Tenant__Output, Tenant as WireTenant } from '../generated/isopod/v1/Tenant.ts';
import type {
  TenantPolicy__Output,
  TenantPolicy as WirePolicy,
} from '../generated/isopod/v1/TenantPolicy.ts';
import type {
  TenantUsage__Output,
  TenantUsage as WireUsage,
} from '../generated/isopod/v1/TenantUsage.ts';
import {
  type ApiKeyDescription,
  type TenantDescription,
  type TenantPolicy,
  type TenantUsage,
  usualPolicy,
} from '../tenants/tenant-policy.ts';
import { durationFromUs, durationToUs, timestampFromMs } from './duration.ts';
import { egressToWire } from './egress-codec.ts';
import { limitsFromWire, limitsToWire } from './limits-codec.ts';

export function policyToWire(policy: TenantPolicy): WirePolicy {
  const { weight, quotas, limitCeilings, egressRules } = policy;
  const { callsPerSecondMax, callBurstMax, executionsMax, cpuMsPerMinuteMax } = quotas;
  return {
    weight,
    quotas: {
      callsPerSecond: callsPerSecondMax ?? 0,
      callBurst: callBurstMax ?? 0,
      executions: executionsMax ?? 0,
      ...(cpuMsPerMinuteMax === undefined
        ? {}
        : { cpuTimePerMinute: durationFromUs(cpuMsPerMinuteMax * 1000) }),
    },
    limitCeilings: limitsToWire(limitCeilings),
    ...(egressRules ? { egress: egressToWire(egressRules) } : {}),
  };
}

/** As it stands, without a look at what it says: tenant-requests.ts checks what is asked for. */
export function policyFromWire(wire: TenantPolicy__Output | null): TenantPolicy {
  if (!wire) return usualPolicy;
  const { weight, quotas, limitCeilings, egress } = wire;
  return {
    weight: weight === 0 ? usualPolicy.weight : weight,
    quotas: {
      ...(quotas?.callsPerSecond ? { callsPerSecondMax: quotas.callsPerSecond } : {}),
      ...(quotas?.callBurst ? { callBurstMax: quotas.callBurst } : {}),
      ...(quotas?.executions ? { executionsMax: quotas.executions } : {}),
      ...(quotas?.cpuTimePerMinute
        ? { cpuMsPerMinuteMax: durationToUs(quotas.cpuTimePerMinute) / 1000 }
        : {}),
    },
    limitCeilings: limitsFromWire(limitCeilings),
    ...(egress ? { egressRules: egress.allow } : {}),
  };
}

export function tenantToWire(tenant: TenantDescription): WireTenant {
  return {
    tenantId: tenant.tenantId,
    policy: policyToWire(tenant.policy),
    revision: tenant.revision,
    apiKeyCount: tenant.apiKeyCount,
    createTime: timestampFromMs(tenant.createdAtMs),
    updateTime: timestampFromMs(tenant.updatedAtMs),
  };
}

export function tenantFromWire(wire: Tenant__Output | null): TenantDescription {
  return {
    tenantId: wire?.tenantId ?? '',
    policy: policyFromWire(wire?.policy ?? null),
    revision: wire?.revision ?? 0,
    apiKeyCount: wire?.apiKeyCount ?? 0,
    createdAtMs: durationToUs(wire?.createTime) / 1000,
    updatedAtMs: durationToUs(wire?.updateTime) / 1000,
  };
}

export function usageToWire(usage: TenantUsage): WireUsage {
  const { cpuUs, ...counts } = usage;
  return { ...counts, cpuTime: durationFromUs(cpuUs) };
}

export function usageFromWire(wire: TenantUsage__Output | null): TenantUsage {
  return {
    executions: wire?.executions ?? 0,
    callsAccepted: wire?.callsAccepted ?? 0,
    callsRefused: wire?.callsRefused ?? 0,
    cpuUs: durationToUs(wire?.cpuTime),
  };
}

export function apiKeyToWire({ createdAtMs, ...key }: ApiKeyDescription): WireKey {
  return { ...key, createTime: timestampFromMs(createdAtMs) };
}

export function apiKeyFromWire(wire: ApiKey__Output | null): ApiKeyDescription {
  return {
    keyId: wire?.keyId ?? '',
    tenantId: wire?.tenantId ?? '',
    description: wire?.description ?? '',
    createdAtMs: durationToUs(wire?.createTime) / 1000,
  };
}
