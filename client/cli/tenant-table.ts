/** Tenants for people to read. */
import type { TenantDescription, TenantPolicy } from '../../shared/tenants/tenant-policy.ts';
import type { TenantDetails } from '../sdk/tenants-client.ts';
import { textTable } from './text-table.ts';

export function tenantTable(tenants: readonly TenantDescription[]): string {
  if (tenants.length === 0) return 'There is no tenant.\n';
  const titles = ['TENANT', 'WEIGHT', 'CALLS/S', 'EXECUTIONS', 'CPU S/MIN', 'EGRESS', 'KEYS'];
  const rows = tenants.map(({ tenantId, policy, apiKeyCount }) => [
    tenantId,
    `${policy.weight}`,
    shown(policy.quotas.callsPerSecondMax),
    shown(policy.quotas.executionsMax),
    shown(cpuSecondsOf(policy)),
    egressText(policy),
    `${apiKeyCount}`,
  ]);
  return textTable([titles, ...rows]);
}

export function tenantText({ tenant, usage }: TenantDetails): string {
  const { policy, tenantId, revision, apiKeyCount } = tenant;
  const { callsPerSecondMax, callBurstMax, executionsMax } = policy.quotas;
  const ceilings = Object.entries(policy.limitCeilings).map(([name, value]) => `${name}=${value}`);
  return textTable([
    ['tenant', tenantId],
    ['revision', `${revision}`],
    ['keys', `${apiKeyCount}`],
    ['weight', `${policy.weight}`],
    ['calls a second', shown(callsPerSecondMax)],
    ['calls at once', shown(callBurstMax ?? callsPerSecondMax)],
    ['executions at once', `${usage.executions} of ${shown(executionsMax)}`],
    ['processor seconds a minute', shown(cpuSecondsOf(policy))],
    ['ceilings', ceilings.join(' ') || "the cluster's"],
    ['egress', policy.egressRules?.join(', ') ?? egressText(policy)],
    ['calls accepted', `${usage.callsAccepted}`],
    ['calls refused', `${usage.callsRefused}`],
    ['processor seconds used', (usage.cpuUs / 1e6).toFixed(3)],
  ]);
}

function shown(bound: number | undefined): string {
  return bound === undefined ? 'any' : `${bound}`;
}

function cpuSecondsOf({ quotas }: TenantPolicy): number | undefined {
  const { cpuMsPerMinuteMax } = quotas;
  return cpuMsPerMinuteMax === undefined ? undefined : cpuMsPerMinuteMax / 1000;
}

function egressText({ egressRules }: TenantPolicy): string {
  if (egressRules === undefined) return 'all';
  return egressRules.length === 0 ? 'nothing' : `${egressRules.length} rules`;
}
