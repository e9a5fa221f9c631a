import { expect, test } from 'vitest';
import { diagnose, diagnoseOtherPlatform } from '../../../../node-agent/doctor/diagnosis.ts';
import { attempt, type MachineFindings } from '../../../../node-agent/doctor/machine-findings.ts';

const refused = { name: 'refused', reason: 'the reason' } as const;

/** A machine on which nothing is amiss. */
const sound: MachineFindings = {
  kernelRelease: '6.1.0-13-amd64',
  architecture: 'x64',
  seccompActions: ['kill_process', 'errno', 'allow'],
  ioUringFilter: { name: 'had', value: undefined },
  user: { name: 'root', firstHostUid: { name: 'had', value: 200_000 } },
  memoryCeiling: { kind: 'cgroup-v2', refusals: [] },
  isAutogrouped: false,
  nodeVersion: '26.10.0',
  v8Version: '14.6',
  isolatedVm: { name: 'had', value: '7.0.1' },
  trial: { name: 'had', value: { layers: ['undumpable', 'cgroup-v2'], hostStartMs: 100 } },
};

function notOk(findings: Partial<MachineFindings>) {
  const { checks, canLockDown } = diagnose({ ...sound, ...findings });
  const found = checks.filter(({ state }) => state !== 'ok');
  expect(found.every(({ remedy }) => remedy)).toBe(true);
  return { canLockDown, names: found.map(({ name, state }) => `${name} ${state}`) };
}

test('diagnose finds nothing amiss on a sound machine, and names the layers of the trial', () => {
  const { canLockDown, layers, checks } = diagnose(sound);
  expect({ canLockDown, layers }).toEqual({
    canLockDown: true,
    layers: ['undumpable', 'cgroup-v2'],
  });
  expect(checks.map(({ state, remedy }) => ({ state, remedy }))).toEqual(
    checks.map(() => ({ state: 'ok', remedy: undefined })),
  );
});

test.each<[string, Partial<MachineFindings>]>([
  ['kernel', { kernelRelease: '4.13.9' }],
  ['kernel', { kernelRelease: '3.18.0' }],
  ['architecture', { architecture: 'riscv64' }],
  ['seccomp', { seccompActions: ['kill_thread', 'errno', 'allow'] }],
  ['io_uring', { ioUringFilter: refused }],
  ['own ids', { user: { name: 'root', firstHostUid: refused } }],
  ['engine', { isolatedVm: refused }],
  ['trial', { trial: refused }],
])('diagnose says that no agent starts without %s: %o', (name, findings) => {
  expect(notOk(findings)).toEqual({ canLockDown: false, names: [`${name} missing`] });
});

test.each<[string, Partial<MachineFindings>]>([
  ['seccomp', { seccompActions: undefined }],
  ['own ids', { user: { name: 'ordinary', uid: 1_000 } }],
  ['memory ceilings', { memoryCeiling: { kind: 'resident-watch', refusals: [] } }],
  ['scheduling', { isAutogrouped: true }],
])('diagnose says that an agent starts with a weaker %s', (name, findings) => {
  expect(notOk(findings)).toEqual({ canLockDown: true, names: [`${name} weaker`] });
});

test('diagnose says why a better kind of memory ceiling is not to be had', () => {
  const refusals = [{ kind: 'cgroup-v2', reason: 'not mounted' }] as const;
  const { checks } = diagnose({ ...sound, memoryCeiling: { kind: 'cgroup-v1', refusals } });
  expect(checks).toContainEqual({
    name: 'memory ceilings',
    state: 'ok',
    found: 'cgroup-v1 (cgroup-v2: not mounted)',
  });
});

test('diagnose gives no layers where no host could be tried', () => {
  expect(diagnose({ ...sound, trial: refused }).layers).toEqual([]);
});

test('diagnoseOtherPlatform says that it must be Linux', () => {
  const { canLockDown, checks } = diagnoseOtherPlatform('darwin');
  expect(canLockDown).toBe(false);
  expect(checks).toMatchObject([{ state: 'missing', found: 'darwin, not linux' }]);
});

test('attempt keeps what came of it, or the reason why nothing did', async () => {
  expect(await attempt(() => 1)).toEqual({ name: 'had', value: 1 });
  expect(await attempt(() => Promise.reject(new Error('the reason')))).toEqual(refused);
});
