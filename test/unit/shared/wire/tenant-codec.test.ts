import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitCeilings, limitFloors } from '../../../../shared/execution/limits.ts';
import type { TenantPolicy } from '../../../../shared/tenants/tenant-policy.ts';
import { TenantService } from '../../../../shared/wire/services.ts';
import { policyToWire } from '../../../../shared/wire/tenant-codec.ts';
import {
  readKeyId,
  readKeyRequest,
  readTenantPage,
  readTenantPolicy,
} from '../../../../shared/wire/tenant-requests.ts';

const { requestSerialize, requestDeserialize } = TenantService.service.CreateTenant;

/** As it comes out of gRPC at the server. */
function received(policy: Parameters<typeof requestSerialize>[0]['policy'], tenantId = 'acme') {
  return requestDeserialize(requestSerialize({ tenantId, ...(policy ? { policy } : {}) }));
}

const whole = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: undefined });
const present = <Values extends object>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const arbitraryPolicy: fc.Arbitrary<TenantPolicy> = fc
  .record({
    weight: fc.integer({ min: 1, max: 1_000 }),
    callsPerSecondMax: fc.integer({ min: 1, max: 1_000_000 }),
    callBurstMax: whole(1_000_000),
    executionsMax: whole(1_000_000),
    cpuMsPerMinuteMax: whole(86_400_000),
    cpuUsMax: fc.option(fc.integer({ min: limitFloors.cpuUsMax, max: limitCeilings.cpuUsMax }), {
      nil: undefined,
    }),
    timersMax: whole(limitCeilings.timersMax),
    egressRules: fc.option(
      fc.array(fc.constantFrom('https://a.example', 'https://*.b.example POST'), { maxLength: 3 }),
      { nil: undefined },
    ),
  })
  .map(({ weight, cpuUsMax, timersMax, egressRules, ...quotas }) => ({
    weight,
    quotas: present(quotas),
    limitCeilings: present({ cpuUsMax, timersMax }),
    ...(egressRules ? { egressRules } : {}),
  }));

test('a policy is read as it was written', () => {
  fc.assert(
    fc.property(arbitraryPolicy, (policy) => {
      expect(readTenantPolicy(received(policyToWire(policy)))).toEqual(policy);
    }),
  );
});

test('a policy that is not set is the usual one', () => {
  const usual = { weight: 1, quotas: {}, limitCeilings: {} };
  expect(readTenantPolicy(received(null))).toEqual(usual);
  expect(readTenantPolicy(received({}))).toEqual(usual);
});

test.each([
  ['policy.weight', { weight: 1_001 }],
  ['policy.weight', { weight: -1 }],
  ['policy.quotas.calls_per_second', { quotas: { callsPerSecond: -1 } }],
  ['policy.quotas.call_burst', { quotas: { callBurst: 5 } }],
  ['policy.quotas.executions', { quotas: { executions: 1_000_001 } }],
  ['policy.quotas.cpu_time_per_minute', { quotas: { cpuTimePerMinute: { nanos: 1 } } }],
  ['policy.quotas.cpu_time_per_minute', { quotas: { cpuTimePerMinute: { seconds: 86_401 } } }],
  ['policy.limit_ceilings.memory_bytes', { limitCeilings: { memoryBytes: 1 } }],
  ['policy.limit_ceilings.wall_time', { limitCeilings: { wallTime: { seconds: 3_600 } } }],
  ['policy.egress.allow[1]', { egress: { allow: ['https://a.example', 'ftp://a.example'] } }],
  ['policy.egress.allow', { egress: { allow: Array(65).fill('https://a.example') as string[] } }],
])('%s beyond its bounds is refused by name', (field, policy) => {
  expect(() => readTenantPolicy(received(policy))).toThrow(
    expect.objectContaining({ fieldViolations: [expect.objectContaining({ field })] }),
  );
});

test.each<[field: string, read: () => unknown]>([
  ['tenant_id', () => readTenantPolicy(received(null, '../acme'))],
  ['description', () => readKeyRequest({ tenantId: 'acme', description: 'x'.repeat(201) })],
  ['key_id', () => readKeyId('isopod_0123456789abcdef')],
  ['page_size', () => readTenantPage({ pageSize: 1_001, pageToken: '' })],
  ['page_token', () => readTenantPage({ pageSize: 0, pageToken: 'a/b' })],
])('%s of a request is checked', (field, read) => {
  const fieldViolations = [expect.objectContaining({ field })];
  expect(read).toThrow(expect.objectContaining({ reason: 'INVALID_REQUEST', fieldViolations }));
});

test('a page has a usual size', () => {
  expect(readTenantPage({ pageSize: 0, pageToken: 'a' })).toEqual({ afterId: 'a', countMax: 100 });
});
