import { expect, test } from 'vitest';
import { ScriptedNode } from '../../../support/scripted-node.ts';

const megabyte = 2 ** 20;

test.each([
  ['warm 100 60', 150, 'the function that it keeps is heavy', []],
  ['warm 100', 150, 'nothing heavy is kept', ['it held 150 MB though idle']],
  ['warm 100 900', 250, 'a host keeps no more', ['it held 250 MB though idle']],
] as const)(
  'SupervisedHost that has run %s may hold %d MB at rest, as far as %s',
  async (source, megabytes, _why, lost) => {
    const node = await ScriptedNode.ready({ hostsMax: 2 });
    const run = node.run(source, { isolation: 'POOLED' });
    await node.clock.advance(50);
    expect(run.outcome?.word).toBe('SUCCEEDED');
    const host = node.hosts.hosts.find(({ runsSent }) => runsSent.length > 0);
    if (!host) throw new Error('no host had the run');
    host.bytesResident = megabytes * megabyte;
    await node.clock.advance(15_000);
    expect(node.lost).toEqual(lost);
  },
);
