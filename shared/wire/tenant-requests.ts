/** What TenantService is asked, checked field by field. */
import { egressRulesMax, parseEgressRule } from '../egress/egress-rule.ts';
import { type FieldViolation, invalidRequest } from '../errors/isopod-error.ts';
import type { CreateApiKeyRequest__Output } from '../generated/isopod/v1/CreateApiKeyRequest.ts';
import type { ListTenantsRequest__Output } from '../generated/isopod/v1/ListTenantsRequest.ts';
import type { TenantPolicy__Output } from '../generated/isopod/v1/TenantPolicy.ts';
import { isKeyId } from '../tenants/api-key.ts';
import { isTenantId, tenantIdRule } from '../tenants/tenant-id.ts';
import {
  type TenantPolicy,
  type TenantQuotas,
  tenantLimits,
  tenantPageSizeDefault,
} from '../tenants/tenant-policy.ts';
import { isDuration } from './duration.ts';
import { checkLimits } from './limits-codec.ts';
import { policyFromWire } from './tenant-codec.ts';

/** All of these throw INVALID_REQUEST with every field at fault. */
export function readTenantId(tenantId: string): string {
  const violations: FieldViolation[] = [];
  checkTenantId(tenantId, violations);
  if (violations.length > 0) throw invalidRequest(violations);
  return tenantId;
}

export function readTenantPolicy(wire: {
  readonly tenantId: string;
  readonly policy: TenantPolicy__Output | null;
}): TenantPolicy {
  const violations: FieldViolation[] = [];
  checkTenantId(wire.tenantId, violations);
  const cpuTime = wire.policy?.quotas?.cpuTimePerMinute;
  if (cpuTime && !isDuration(cpuTime))
    violations.push({ field: 'policy.quotas.cpu_time_per_minute', description: 'must be a time' });
  const policy = policyFromWire(wire.policy);
  const { weightMax } = tenantLimits;
  checkRange('policy.weight', policy.weight, 1, weightMax, violations);
  checkQuotas(policy.quotas, violations);
  checkLimits(policy.limitCeilings, 'policy.limit_ceilings', violations);
  checkEgress(policy.egressRules ?? [], violations);
  if (violations.length > 0) throw invalidRequest(violations);
  return policy;
}

export function readKeyRequest(wire: CreateApiKeyRequest__Output): CreateApiKeyRequest__Output {
  const violations: FieldViolation[] = [];
  checkTenantId(wire.tenantId, violations);
  const { descriptionCharsMax } = tenantLimits;
  if (wire.description.length > descriptionCharsMax)
    violations.push({
      field: 'description',
      description: `must be at most ${descriptionCharsMax} characters: ${wire.description.length}`,
    });
  if (violations.length > 0) throw invalidRequest(violations);
  return wire;
}

export function readKeyId(keyId: string): string {
  if (isKeyId(keyId)) return keyId;
  // Not quoted: it may be the key itself.
  const description = 'must be the 16 hexadecimal digits between the two first _ of a key';
  throw invalidRequest([{ field: 'key_id', description }]);
}

export function readTenantPage({ pageSize, pageToken }: ListTenantsRequest__Output): {
  readonly afterId: string;
  readonly countMax: number;
} {
  const violations: FieldViolation[] = [];
  checkRange('page_size', pageSize, 0, tenantLimits.pageSizeMax, violations);
  if (pageToken !== '' && !isTenantId(pageToken))
    violations.push({ field: 'page_token', description: 'must be of an answer before' });
  if (violations.length > 0) throw invalidRequest(violations);
  return { afterId: pageToken, countMax: pageSize === 0 ? tenantPageSizeDefault : pageSize };
}

function checkTenantId(tenantId: string, violations: FieldViolation[]): void {
  if (!isTenantId(tenantId))
    violations.push({ field: 'tenant_id', description: `must be ${tenantIdRule}` });
}

function checkQuotas(quotas: TenantQuotas, violations: FieldViolation[]): void {
  const { callsPerSecondMax, callBurstMax, executionsMax, cpuMsPerMinuteMax } = quotas;
  const check = (name: string, value: number | undefined, max: number): void => {
    if (value !== undefined) checkRange(`policy.quotas.${name}`, value, 1, max, violations);
  };
  check('calls_per_second', callsPerSecondMax, tenantLimits.callsPerSecondMax);
  check('call_burst', callBurstMax, tenantLimits.callsPerSecondMax);
  check('executions', executionsMax, tenantLimits.executionsMax);
  check('cpu_time_per_minute', cpuMsPerMinuteMax, tenantLimits.cpuMsPerMinuteMax);
  if (callBurstMax !== undefined && callsPerSecondMax === undefined) {
    const description = 'must not be set where calls_per_second is not';
    violations.push({ field: 'policy.quotas.call_burst', description });
  }
}

function checkEgress(rules: readonly string[], violations: FieldViolation[]): void {
  const field = 'policy.egress.allow';
  if (rules.length > egressRulesMax)
    violations.push({ field, description: `must be at most ${egressRulesMax}: ${rules.length}` });
  for (const [index, rule] of rules.slice(0, egressRulesMax).entries()) {
    if (parseEgressRule(rule)) continue;
    const description = 'must be an origin and methods, such as `https://api.example.com GET POST`';
    violations.push({ field: `${field}[${index}]`, description });
  }
}

function checkRange(
  field: string,
  value: number,
  min: number,
  max: number,
  violations: FieldViolation[],
): void {
  if (value < min || value > max)
    violations.push({ field, description: `must be from ${min} to ${max}: ${value}` });
}
