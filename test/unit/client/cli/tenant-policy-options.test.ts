import { Command } from 'commander';
import { expect, test } from 'vitest';
import {
  addPolicyOptions,
  policyWith,
  type TenantPolicyOptions,
} from '../../../../client/cli/tenant-policy-options.ts';
import { usualPolicy } from '../../../../shared/tenants/tenant-policy.ts';

function parsed(...args: string[]): TenantPolicyOptions {
  return addPolicyOptions(new Command().exitOverride())
    .configureOutput({ writeErr: () => {} })
    .parse(args, { from: 'user' })
    .opts();
}

const whole = policyWith(
  usualPolicy,
  parsed(
    ...['--weight', '5', '--calls-per-second', '10', '--call-burst', '20', '--executions', '30'],
    ...['--cpu-seconds-per-minute', '1.5', '--ceiling', 'cpu-ms=500', '--ceiling', 'memory-mb=64'],
    ...['--egress-allow', 'https://a.example', '--egress-allow', 'https://b.example POST'],
  ),
);

test('a policy is what the options say', () => {
  expect(whole).toEqual({
    weight: 5,
    quotas: {
      callsPerSecondMax: 10,
      callBurstMax: 20,
      executionsMax: 30,
      cpuMsPerMinuteMax: 1_500,
    },
    limitCeilings: { cpuUsMax: 500_000, memoryBytesMax: 64 * 2 ** 20 },
    egressRules: ['https://a.example', 'https://b.example POST'],
  });
});

test('what the options do not name stays', () => {
  expect(policyWith(whole, parsed())).toEqual(whole);
  expect(policyWith(whole, parsed('--executions', '1'))).toEqual({
    ...whole,
    quotas: { ...whole.quotas, executionsMax: 1 },
  });
  expect(policyWith(whole, parsed('--ceiling', 'timers=7')).limitCeilings).toEqual({
    ...whole.limitCeilings,
    timersMax: 7,
  });
});

test('what the options name with none has no bound any more', () => {
  const { quotas, limitCeilings } = policyWith(
    whole,
    parsed(
      '--calls-per-second',
      'none',
      '--cpu-seconds-per-minute',
      'none',
      '--ceiling',
      'cpu-ms=none',
    ),
  );
  expect(quotas).toEqual({ executionsMax: 30 });
  expect(limitCeilings).toEqual({ memoryBytesMax: 64 * 2 ** 20 });
});

test('egress may be all that nodes allow, or nothing', () => {
  expect(policyWith(whole, parsed('--egress-allow', 'nothing')).egressRules).toEqual([]);
  expect(policyWith(whole, parsed('--egress-allow', 'all'))).not.toHaveProperty('egressRules');
});

test.each([
  ['--ceiling', 'speed=1'],
  ['--ceiling', 'cpu-ms'],
  ['--executions', 'many'],
  ['--weight', '-1'],
  ['--weight', '0'],
  ['--weight', '1.5'],
  ['--weight', '1001'],
])('%s %s is typed wrongly', (...args) => {
  expect(() => parsed(...args)).toThrow('is invalid');
});
