/** Calls out of the sandbox, as the agent passes them on. */
import { expect, test } from 'vitest';
import type { HostCall } from '../../../../shared/execution/host-call.ts';
import { stdinCallName } from '../../../../shared/execution/stdin.ts';
import { ScriptedNode, words } from '../../../support/scripted-node.ts';

const toolNames = ['tool'];
const one = { toolNames };

function returned(resultJson: string) {
  return { name: 'returned', resultJson } as const;
}

test('a run gets the replies to its calls, in whatever order they come', async () => {
  const node = await ScriptedNode.ready();
  const run = node.run('call 2', one);
  await node.clock.advance(10);
  expect(run.calls).toEqual([
    { callId: 1, toolName: 'tool', argumentJson: '1' },
    { callId: 2, toolName: 'tool', argumentJson: '2' },
  ]);
  expect(node.executor.load()).toMatchObject({ runsParked: 1, runsExecuting: 0 });
  run.handle.reply({ callId: 2, result: returned('"b"') });
  run.handle.reply({
    callId: 1,
    result: { name: 'threw', error: { name: 'NotFound', message: 'm' } },
  });
  await node.clock.advance(10);
  expect(run.outcome).toMatchObject({
    word: 'SUCCEEDED',
    resultJson: JSON.stringify(['2:"b"', '1:NotFound']),
    mayHaveHadEffects: false,
  });
});

test('a reply to what is not open reaches no host: unknown, twice, or after the end', async () => {
  const node = await ScriptedNode.ready();
  const run = node.run('call 1', one);
  await node.clock.advance(10);
  run.handle.reply({ callId: 7, result: returned('7') });
  run.handle.reply({ callId: 1, result: returned('1') });
  run.handle.reply({ callId: 1, result: returned('2') });
  await node.clock.advance(10);
  run.handle.reply({ callId: 1, result: returned('3') });
  await node.clock.advance(10);
  const replies = node.hosts.hosts.flatMap(({ sent }) =>
    sent.filter(({ name }) => name === 'call-reply'),
  );
  expect(replies).toHaveLength(1);
  expect(run.outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '["1:1"]' });
});

test('a run that waits for a reply is cancelled at once', async () => {
  const node = await ScriptedNode.ready();
  const run = node.run('call 1', one);
  await node.clock.advance(10);
  run.handle.cancel();
  await node.clock.advance(10);
  expect(words([run])).toEqual(['CANCELLED']);
});

test('a run that waits for replies for longer than a host may be silent is left in peace', async () => {
  const node = await ScriptedNode.ready();
  const run = node.run('call 1', { ...one, limits: { wallUsMax: 60_000_000 } });
  await node.clock.advance(30_000);
  expect(node.lost).toEqual([]);
  run.handle.reply({ callId: 1, result: returned('1') });
  await node.clock.advance(10);
  expect(words([run])).toEqual(['SUCCEEDED']);
});

test('a run is stopped from outside when its wall time and its allowance for waiting are over', async () => {
  const node = await ScriptedNode.ready();
  const limits = { wallUsMax: 1_000_000, hostCallWaitUsMax: 2_000_000 };
  const run = node.run('call 1', { ...one, limits });
  await node.clock.advance(2_900);
  expect(words([run])).toEqual([undefined]);
  await node.clock.advance(500);
  expect(words([run])).toEqual(['WALL_EXCEEDED']);
});

test('a run that has called is not begun again when its host dies', async () => {
  const node = await ScriptedNode.ready();
  const run = node.run('call 1', one);
  await node.clock.advance(10);
  node.hosts.hosts.find(({ sources, runsSent }) => runsSent.length > sources.length)?.die();
  await node.clock.advance(10);
  expect(run.outcome).toMatchObject({ word: 'CRASHED', mayHaveHadEffects: true });
  expect(node.judged).toEqual(['ANSWER']);
});

test('an idempotent run begins again, calls again under new ids, and hears no old reply', async () => {
  const node = await ScriptedNode.ready();
  const run = node.run('call 1', { ...one, isIdempotent: true });
  await node.clock.advance(10);
  node.hosts.hosts.find(({ runsSent }) => runsSent.length > 0)?.die();
  await node.clock.advance(200);
  expect(run.calls.map(({ callId }) => callId)).toEqual([1, 2]);
  run.handle.reply({ callId: 1, result: returned('"old"') });
  run.handle.reply({ callId: 2, result: returned('"new"') });
  await node.clock.advance(10);
  expect(run.outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '["1:\\"new\\""]' });
});

const call: HostCall = { callId: 9, toolName: 'tool' };
const lies: [string, HostCall[], Parameters<ScriptedNode['run']>[1]][] = [
  ['a tool that its run does not have', [{ ...call, toolName: 'other' }], one],
  ['a tool of a run that has none', [call], {}],
  ['more often than its run may', [call, call, call], { ...one, limits: { hostCallsMax: 2 } }],
  ['more at once than may be', [call, call], { ...one, limits: { hostCallsInFlightMax: 1 } }],
  ['with more than an argument may be', [{ ...call, argumentJson: 'é'.repeat(600_000) }], one],
];

test.each(lies)('a host that calls %s is ended', async (_sentence, calls, more) => {
  const node = await ScriptedNode.ready();
  const run = node.run('loop', more);
  await node.clock.advance(10);
  const host = node.hosts.hosts.find(({ runsSent }) => runsSent.length > 0);
  const runId = host?.runsSent[0]?.runId ?? 0;
  host?.say(...calls.map((it) => ({ name: 'call', runId, call: it }) as const));
  await node.clock.advance(10);
  expect(host?.wasKilled).toBe(true);
  expect(node.lost).toHaveLength(1);
  run.handle.cancel();
});

const read: HostCall = { callId: 9, toolName: stdinCallName };
const reader = { toolNames: [stdinCallName], limits: { hostCallsMax: 1, hostCallsInFlightMax: 1 } };

/** A run in a host that says what a test has it say. */
async function inHost(more: Parameters<ScriptedNode['run']>[1]) {
  const node = await ScriptedNode.ready();
  const run = node.run('loop', more);
  await node.clock.advance(10);
  const host = node.hosts.hosts.find(({ runsSent }) => runsSent.length > 0);
  const runId = host?.runsSent[0]?.runId ?? 0;
  const say = async (...calls: readonly HostCall[]): Promise<void> => {
    host?.say(...calls.map((it) => ({ name: 'call', runId, call: it }) as const));
    await node.clock.advance(10);
  };
  return { node, run, say };
}

test('a run reads its stdin as often as there is more, whatever calls it may make', async () => {
  const { node, run, say } = await inHost(reader);
  for (let callId = 1; callId <= 50; callId++) {
    await say({ ...read, callId });
    run.handle.reply({ callId, result: returned('"more"') });
  }
  expect(node.lost).toEqual([]);
  expect(run.calls).toHaveLength(50);
  run.handle.cancel();
});

test('a host that reads a stdin twice at once, or after its end, is ended', async () => {
  const twice = await inHost(reader);
  await twice.say({ ...read, callId: 1 }, { ...read, callId: 2 });
  expect(twice.node.lost).toHaveLength(1);
  const ended = await inHost(reader);
  await ended.say({ ...read, callId: 1 });
  ended.run.handle.reply({ callId: 1, result: { name: 'returned' } });
  await ended.say();
  expect(ended.node.lost).toEqual([]);
  await ended.say({ ...read, callId: 2 });
  expect(ended.node.lost).toHaveLength(1);
  for (const { run } of [twice, ended]) run.handle.cancel();
});
