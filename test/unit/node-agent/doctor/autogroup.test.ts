import { expect, test } from 'vitest';
import { isAutogrouped } from '../../../../node-agent/doctor/autogroup.ts';

const enabled = '/proc/sys/kernel/sched_autogroup_enabled';
const membership = '/proc/self/cgroup';

test.each<[string, boolean, Record<string, string>]>([
  ['that does not group', false, { [enabled]: '0\n', [membership]: '0::/\n' }],
  ['that cannot group', false, { [membership]: '0::/\n' }],
  ['with nothing but the topmost group', true, { [enabled]: '1\n', [membership]: '0::/\n' }],
  [
    'whose group has no CPU controller',
    true,
    { [enabled]: '1\n', [membership]: '0::/user.slice/session\n' },
  ],
  [
    'whose group is in one with a weight',
    false,
    {
      [enabled]: '1\n',
      [membership]: '0::/system.slice/agent.service\n',
      '/sys/fs/cgroup/system.slice/cpu.weight': '100\n',
    },
  ],
  [
    'that is a container',
    false,
    { [enabled]: '1\n', [membership]: '0::/\n', '/sys/fs/cgroup/cpu.weight': '100\n' },
  ],
  [
    'of version 1, in the topmost group of processors',
    true,
    { [enabled]: '1\n', [membership]: '4:memory:/a\n2:cpu,cpuacct:/\n0::/\n' },
  ],
  [
    'of version 1, in a group of processors',
    false,
    { [enabled]: '1\n', [membership]: '4:memory:/\n2:cpu,cpuacct:/a\n' },
  ],
])('isAutogrouped on a machine %s: %s', (_machine, expected, files) => {
  expect(isAutogrouped((path) => files[path])).toBe(expected);
});
