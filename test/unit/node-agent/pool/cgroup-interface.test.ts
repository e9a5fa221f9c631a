import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cgroupV1, cgroupV2 } from '../../../../node-agent/pool/cgroup-interface.ts';

// Folders of plain files stand for cgroups: what is tested is which files say what. That the
// kernel does as it is told is tested on a real one, where there is one: test/isolation.
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cgroup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

test('cgroupV2 ends a whole cgroup at once and allows it no swap', () => {
  write('memory.swap.max', 'max\n');
  cgroupV2.prepare(folder);
  cgroupV2.setLimit(folder, 1000, { isRaise: false });
  expect([read('memory.oom.group'), read('memory.swap.max'), read('memory.max')]).toEqual([
    '1',
    '0',
    '1000',
  ]);
});

test('cgroupV2 does without the files of swap where there is none', () => {
  cgroupV2.prepare(folder);
  expect(existsSync(join(folder, 'memory.swap.max'))).toBe(false);
});

test.each([
  ['its own limit', 'low 0\nhigh 0\nmax 4\noom 1\noom_kill 1\noom_group_kill 1\n', true],
  ['a limit around it', 'low 0\nhigh 0\nmax 0\noom 0\noom_kill 1\noom_group_kill 0\n', false],
  ['nothing', 'low 0\nhigh 0\nmax 4\noom 0\noom_kill 0\noom_group_kill 0\n', false],
])('cgroupV2 tells a kill because of %s', (_name, events, wasExceeded) => {
  write('memory.events', events);
  expect(cgroupV2.wasExceeded(folder)).toBe(wasExceeded);
});

test('cgroupV1 limits memory and swap together where swap is counted', () => {
  write('memory.memsw.limit_in_bytes', '9223372036854771712');
  cgroupV1.setLimit(folder, 1000, { isRaise: false });
  expect([read('memory.limit_in_bytes'), read('memory.memsw.limit_in_bytes')]).toEqual([
    '1000',
    '1000',
  ]);
});

test.each([
  ['its own limit', 'oom_kill_disable 0\nunder_oom 0\noom_kill 1\n', '99999744', true],
  ['a limit around it', 'oom_kill_disable 0\nunder_oom 0\noom_kill 1\n', '50000000', false],
  ['nothing', 'oom_kill_disable 0\nunder_oom 0\noom_kill 0\n', '99999744', false],
])('cgroupV1 tells a kill because of %s', (_name, control, usedBytesMax, wasExceeded) => {
  write('memory.oom_control', control);
  write('memory.limit_in_bytes', '99999744\n');
  write('memory.max_usage_in_bytes', `${usedBytesMax}\n`);
  expect(cgroupV1.wasExceeded(folder)).toBe(wasExceeded);
});
