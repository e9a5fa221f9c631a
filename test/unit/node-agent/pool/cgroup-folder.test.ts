import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  findMemoryCgroupMount,
  makeAgentFolder,
  removeFolder,
} from '../../../../node-agent/pool/cgroup-folder.ts';

const mountinfo = [
  '31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755',
  '32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu',
  '35 31 0:32 / /sys/fs/cgroup/memory rw,relatime shared:9 - cgroup cgroup rw,memory',
  '41 31 0:38 /docker/abc /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw',
].join('\n');

describe('findMemoryCgroupMount', () => {
  test('prefers the folder of the own cgroup', () => {
    const membership = '9:name=systemd:/\n4:memory:/service/a:b\n0::/';
    expect(findMemoryCgroupMount('v1', mountinfo, membership)?.candidates).toEqual([
      '/sys/fs/cgroup/memory/service/a:b',
      '/sys/fs/cgroup/memory',
    ]);
  });

  test('reads a path from where the mount begins', () => {
    const membership = '4:memory:/\n0::/docker/abc/inner';
    expect(findMemoryCgroupMount('v2', mountinfo, membership)?.candidates).toEqual([
      '/sys/fs/cgroup/unified/inner',
      '/sys/fs/cgroup/unified',
    ]);
  });

  test('takes the top of the mount where the path is that of an outer namespace', () => {
    const membership = '0::/elsewhere';
    expect(findMemoryCgroupMount('v2', mountinfo, membership)?.candidates).toEqual([
      '/sys/fs/cgroup/unified',
    ]);
  });

  test('finds nothing where the controller is not mounted', () => {
    expect(findMemoryCgroupMount('v1', mountinfo.split('\n')[1], '0::/')).toBeUndefined();
  });
});

describe("an agent's folder", () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'cgroups-'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  test('is removed with the hosts’ in it', () => {
    const folder = makeAgentFolder(parent, 'a');
    mkdirSync(join(folder, 'host-0-1'));
    removeFolder(folder);
    expect(readdirSync(parent)).toEqual([]);
  });

  test('is cleared away by the next agent when its own is gone, and only then', () => {
    const startTicks = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ')[19];
    const alive = `isopod-${process.pid}-${startTicks}-other`;
    const pidOfAnother = `isopod-${process.pid}-1-dead`;
    const pidOfNobody = 'isopod-4194304-1-dead';
    for (const name of [alive, pidOfAnother, pidOfNobody, 'unrelated']) {
      mkdirSync(join(parent, name, 'host-0-1'), { recursive: true });
    }
    const own = makeAgentFolder(parent, 'own').slice(parent.length + 1);
    expect(readdirSync(parent).toSorted()).toEqual([alive, own, 'unrelated'].toSorted());
  });
});
