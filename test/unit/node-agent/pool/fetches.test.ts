/** Fetches of runs, as the agent takes them from hosts that may lie. */
import { expect, test } from 'vitest';
import {
  type FetchCall,
  type FetchRequest,
  fetchBounds,
} from '../../../../node-agent/frames/fetch-call.ts';
import type { FrameFromHost } from '../../../../node-agent/frames/frame.ts';
import { ScriptedNode, words } from '../../../support/scripted-node.ts';

const request: FetchRequest = {
  method: 'GET',
  url: 'https://a.example/',
  redirect: 'follow',
  headers: [],
};

async function withRun(more: Parameters<ScriptedNode['run']>[1] = {}) {
  const node = await ScriptedNode.ready();
  const run = node.run('loop', more);
  await node.clock.advance(10);
  const host = node.hosts.hosts.find(({ runsSent }) => runsSent.length > 0);
  if (!host) throw new Error('no host has the run');
  const runId = host.runsSent[0]?.runId ?? 0;
  return { node, run, host, runId };
}

function fetchFrame(
  runId: number,
  callId: number,
  more: Partial<FetchRequest> = {},
): FrameFromHost {
  return { name: 'fetch', runId, call: { callId, request: { ...request, ...more } } };
}

test('a fetch where nothing is allowed is replied to, and is no effect', async () => {
  const { node, run, host, runId } = await withRun();
  host.say(fetchFrame(runId, 1));
  await node.clock.advance(10);
  expect(host.sent.at(-1)).toMatchObject({
    name: 'fetch-reply',
    reply: { callId: 1, result: { name: 'failed', code: 'EGRESS_OFF' } },
  });
  host.die();
  await node.clock.advance(200);
  expect(node.judged).toEqual(['RERUN_ALONE']);
  run.handle.cancel();
  await node.clock.advance(200);
  expect(words([run])).toEqual(['CANCELLED']);
});

test('a number may be used again when its fetch was replied to, and giving it up late is no lie', async () => {
  const { node, run, host, runId } = await withRun();
  host.say(fetchFrame(runId, 1));
  await node.clock.advance(10);
  host.say(fetchFrame(runId, 1), { name: 'fetch-abort', runId, callId: 1 });
  await node.clock.advance(10);
  host.say({ name: 'fetch-abort', runId, callId: 1 });
  await node.clock.advance(10);
  expect(host.wasKilled).toBe(false);
  run.handle.cancel();
});

const call = (callId: number, more: Partial<FetchRequest> = {}): FetchCall => ({
  callId,
  request: { ...request, ...more },
});
const lies: [string, readonly FetchCall[], Parameters<ScriptedNode['run']>[1]][] = [
  ['for a run that is deterministic', [call(1)], { determinism: { seed: 1, startEpochMs: 0 } }],
  ['more often than its run may', [call(1), call(2)], { limits: { hostCallsMax: 1 } }],
  ['more at once than may be', [call(1), call(2)], { limits: { hostCallsInFlightMax: 1 } }],
  ['twice by one number', [call(1), call(1)], {}],
  [
    'with a body too large',
    [call(1, { body: new Uint8Array(fetchBounds.requestBytesMax + 1) })],
    {},
  ],
  ['with a URL too long', [call(1, { url: 'x'.repeat(fetchBounds.urlCharsMax + 1) })], {}],
  [
    'with too many headers',
    [call(1, { headers: Array.from({ length: fetchBounds.headersMax + 1 }, () => ['a', 'b']) })],
    {},
  ],
  [
    'with headers too large',
    [call(1, { headers: [['a', 'b'.repeat(fetchBounds.headerCharsMax)]] })],
    {},
  ],
  ['with a method too long', [call(1, { method: 'X'.repeat(65) })], {}],
];

test.each(lies)('a host that fetches %s is ended', async (_sentence, calls, more) => {
  const { node, run, host, runId } = await withRun(more);
  host.say(...calls.map((it): FrameFromHost => ({ name: 'fetch', runId, call: it })));
  await node.clock.advance(10);
  expect(host.wasKilled).toBe(true);
  expect(node.lost).toHaveLength(1);
  run.handle.cancel();
});

test('a host that gives up more than it has begun is ended', async () => {
  const { node, run, host, runId } = await withRun();
  host.say(fetchFrame(runId, 1));
  const abort: FrameFromHost = { name: 'fetch-abort', runId, callId: 1 };
  host.say(abort, abort);
  await node.clock.advance(10);
  expect(host.wasKilled).toBe(true);
  run.handle.cancel();
});
