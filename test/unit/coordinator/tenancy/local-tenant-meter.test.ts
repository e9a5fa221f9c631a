import { expect, test } from 'vitest';
import { LocalTenantMeter } from '../../../../coordinator/tenancy/local-tenant-meter.ts';
import type { TenantQuotas } from '../../../../shared/tenants/tenant-policy.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

function meterOf(quotas: TenantQuotas) {
  const clock = new VirtualClock();
  const meter = new LocalTenantMeter('acme', clock);
  meter.change(quotas);
  return { clock, meter };
}

function refusalOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('it was not refused');
}

test('LocalTenantMeter lets a burst through, then as many calls as its rate has', async () => {
  const { clock, meter } = meterOf({ callsPerSecondMax: 10, callBurstMax: 20 });
  for (let call = 0; call < 20; call++) meter.begin().end();
  expect(refusalOf(() => meter.begin())).toMatchObject({
    reason: 'QUOTA_EXCEEDED',
    retryAfterMs: 100,
    quotaViolations: [
      {
        subject: 'tenant:acme',
        description: 'at most 10 calls a second',
        quotaId: 'calls_per_second',
      },
    ],
  });
  await clock.advance(99);
  expect(refusalOf(() => meter.call())).toMatchObject({ retryAfterMs: 1 });
  await clock.advance(1);
  meter.call();
  expect(() => meter.call()).toThrow('has used up its calls_per_second: 10 calls a second');
});

test('LocalTenantMeter has the calls of one second at once where no burst is set', () => {
  const { meter } = meterOf({ callsPerSecondMax: 3 });
  for (let call = 0; call < 3; call++) meter.call();
  expect(() => meter.call()).toThrow('calls_per_second');
});

test('LocalTenantMeter has so many executions at once, and room for another when one has ended', () => {
  const { meter } = meterOf({ executionsMax: 2 });
  const first = meter.begin();
  meter.begin();
  expect(refusalOf(() => meter.begin())).toMatchObject({
    reason: 'QUOTA_EXCEEDED',
    retryAfterMs: 100,
    quotaViolations: [{ quotaId: 'executions' }],
  });
  first.end();
  first.end();
  meter.begin();
  expect(() => meter.begin()).toThrow('2 executions at once');
  meter.call();
});

test('LocalTenantMeter has what goes beyond the processor time made up for', async () => {
  const { clock, meter } = meterOf({ cpuMsPerMinuteMax: 6_000 });
  const execution = meter.begin();
  execution.used(9_000_000);
  execution.end();
  expect(refusalOf(() => meter.begin())).toMatchObject({
    reason: 'QUOTA_EXCEEDED',
    retryAfterMs: 30_000,
    quotaViolations: [
      {
        quotaId: 'cpu_time_per_minute',
        description: 'at most 6 s of processor time a minute',
      },
    ],
  });
  await clock.advance(30_001);
  meter.begin();
});

test('LocalTenantMeter counts what a run has used after its caller had left', () => {
  const { meter } = meterOf({ cpuMsPerMinuteMax: 1_000 });
  const execution = meter.begin();
  execution.end();
  execution.used(2_000_000);
  expect(() => meter.begin()).toThrow('cpu_time_per_minute');
});

test('LocalTenantMeter has other quotas from now on, and forgets nothing', async () => {
  const { clock, meter } = meterOf({});
  for (let call = 0; call < 1_000; call++) meter.begin();
  meter.change({ executionsMax: 1_000, callsPerSecondMax: 1 });
  expect(() => meter.begin()).toThrow('executions');
  meter.change({ callsPerSecondMax: 1 });
  meter.begin();
  expect(() => meter.begin()).toThrow('calls_per_second');
  meter.change({ callsPerSecondMax: 1_000 });
  await clock.advance(1);
  meter.begin();
  meter.change({});
  for (let call = 0; call < 1_000; call++) meter.begin();
});

test('LocalTenantMeter says what was used', () => {
  const { meter } = meterOf({ executionsMax: 2 });
  meter.call();
  meter.begin().used(5);
  meter.begin();
  refusalOf(() => meter.begin());
  expect(meter.usage).toEqual({ executions: 2, callsAccepted: 3, callsRefused: 1, cpuUs: 5 });
});
