import { expect, test } from 'vitest';
import { diedOfItsHeap } from '../../../../node-agent/pool/dying-words.ts';
import type { HostExit } from '../../../../node-agent/pool/host-port.ts';
import { ScriptedNode } from '../../../support/scripted-node.ts';

const detail = '<--- Last few GCs --->\n\ninvalid array length\nis_heap_oom = 1\n\n<--- Heap';
const outOfHeap: HostExit = { killedBy: 'NOBODY', exitCode: undefined, signal: 'SIGABRT', detail };

test.each<[string, Partial<HostExit>, boolean]>([
  ['as V8 aborts for its heap', {}, true],
  ['with other words', { detail: 'is_heap_oom = 0' }, false],
  ['with these in the middle of others', { detail: 'it is_heap_oom = 1' }, false],
  ['in order', { signal: undefined, exitCode: 0 }, false],
  ['by a fault', { signal: 'SIGSEGV' }, false],
  ['by us', { killedBy: 'OWNER', signal: 'SIGKILL' }, false],
])('diedOfItsHeap of a host that ended %s: %o', (_how, exit, expected) => {
  expect(diedOfItsHeap({ ...outOfHeap, ...exit })).toBe(expected);
});

test('a run that brought its host down by its heap used more memory than it may', async () => {
  const node = await ScriptedNode.ready({ hostsMax: 2 });
  const run = node.run('loop');
  await node.clock.advance(10);
  node.hosts.withRun('loop').die(outOfHeap);
  await node.clock.advance(50);
  expect(run.outcome).toMatchObject({ word: 'MEMORY_EXCEEDED', usage: { attempts: 1 } });
});
