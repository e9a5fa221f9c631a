import { expect, test } from 'vitest';
import { WarmIsolates } from '../../../../../node-agent/host/isolates/warm-isolates.ts';
import { FakeEngine } from '../../../../support/fake-engine.ts';

const memory = 64 * 1024 * 1024;

test('WarmIsolates lends the context of a code again, to one run at a time', () => {
  const warm = new WarmIsolates(new FakeEngine());
  const first = warm.lend(1, memory);
  expect(first.isWarm).toBe(false);
  const second = warm.lend(1, memory);
  expect(second.context).not.toBe(first.context);
  first.giveBack(true);
  const again = warm.lend(1, memory);
  expect(again).toMatchObject({ isWarm: true, context: first.context });
  expect(warm.lend(2, memory).isWarm).toBe(false);
  expect(warm.lend(1, 2 * memory).isWarm).toBe(false);
});

test('WarmIsolates disposes of what did not end cleanly', () => {
  const warm = new WarmIsolates(new FakeEngine());
  const lease = warm.lend(1, memory);
  lease.giveBack(false);
  expect(lease.context.isolate.isDisposed).toBe(true);
  expect(warm.lend(1, memory).isWarm).toBe(false);
});

test('WarmIsolates keeps sixteen at rest, and lets go of the one used longest ago', () => {
  const engine = new FakeEngine();
  const warm = new WarmIsolates(engine);
  for (let codeId = 1; codeId <= 17; codeId++) warm.lend(codeId, memory).giveBack(true);
  expect(engine.liveIsolates).toHaveLength(16);
  expect(warm.lend(1, memory).isWarm).toBe(false);
  expect(warm.lend(2, memory).isWarm).toBe(true);
});

test('WarmIsolates drops a code, at rest and lent', () => {
  const engine = new FakeEngine();
  const warm = new WarmIsolates(engine);
  warm.lend(1, memory).giveBack(true);
  const lent = [warm.lend(1, memory), warm.lend(1, memory)];
  lent[0]?.giveBack(true);
  const kept = warm.lend(2, memory);
  warm.dropCode(1);
  lent[1]?.giveBack(true);
  kept.giveBack(true);
  expect(engine.liveIsolates).toEqual([kept.context.isolate]);
});

test('WarmIsolates after a reset lends nothing that was there before', () => {
  const engine = new FakeEngine();
  const warm = new WarmIsolates(engine);
  warm.lend(1, memory).giveBack(true);
  const lent = warm.lend(2, memory);
  warm.reset();
  lent.giveBack(true);
  expect(engine.liveIsolates).toHaveLength(0);
});

test('WarmIsolates keeps no more at rest than its bytes, those that were used last', () => {
  const engine = new FakeEngine();
  const warm = new WarmIsolates(engine);
  const heldBytes = 40 * 1024 * 1024;
  for (const codeId of [1, 2, 3]) warm.lend(codeId, memory).giveBack(true, heldBytes);
  expect(engine.liveIsolates).toHaveLength(2);
  expect(warm.lend(1, memory).isWarm).toBe(false);
  expect(warm.lend(3, memory).isWarm).toBe(true);
});

test('WarmIsolates asks now and then what runs have left that were too short to be asked', () => {
  const engine = new FakeEngine();
  const warm = new WarmIsolates(engine);
  warm.lend(1, memory).giveBack(true);
  const [isolate] = engine.isolates;
  if (isolate) isolate.heapBytes = 2 ** 30;
  for (let run = 0; run < 15; run++) warm.lend(1, memory).giveBack(true);
  expect(isolate?.isDisposed).toBe(false);
  warm.lend(1, memory).giveBack(true);
  expect(isolate?.isDisposed).toBe(true);
});
