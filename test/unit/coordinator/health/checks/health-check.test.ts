import { expect, test } from 'vitest';
import {
  compileCheck,
  type HealthCheck,
} from '../../../../../coordinator/health/checks/health-check.ts';

const check: HealthCheck = { name: 'redis', kind: 'DEPENDENCY', run: () => {} };

test('compileCheck fills in what was left out', () => {
  expect(compileCheck(check)).toMatchObject({
    intervalMs: 5_000,
    jitterRatio: 0.1,
    timeoutMs: 1_000,
    failureThreshold: 3,
    successThreshold: 1,
    isCritical: false,
    dependsOn: [],
  });
});

test.each<[string, Partial<HealthCheck>]>([
  ['its name', { name: 'Redis!' }],
  ['its interval is 0 ms', { intervalMs: 0 }],
  ['its interval is NaN ms', { intervalMs: Number.NaN }],
  ['its timeout is 0 ms', { timeoutMs: 0 }],
  ['its jitter is 2', { jitterRatio: 2 }],
  ['a threshold of it is 0', { failureThreshold: 0 }],
  ['a threshold of it is 1.5', { successThreshold: 1.5 }],
  ['liveness depends on nothing', { kind: 'LIVENESS', dependsOn: ['postgres'] }],
])('compileCheck says that %s', (message, given) => {
  expect(() => compileCheck({ ...check, ...given })).toThrow(message);
});
