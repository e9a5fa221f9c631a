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

test('WarmIsolates keeps a light isolate for every code that is not dropped', () => {
  const engine = new FakeEngine();
  const warm = new WarmIsolates(engine);
  const codeIds = Array.from({ length: 500 }, (_, index) => index + 1);
  for (const codeId of codeIds) warm.lend(codeId, memory).giveBack(true);
  expect(engine.liveIsolates).toHaveLength(500);
  expect(codeIds.every((codeId) => warm.lend(codeId, memory).isWarm)).toBe(true);
});

test('WarmIsolates keeps sixteen beyond one for each code, of the codes used last', () => {
  const engine = new FakeEngine();
  const warm = new WarmIsolates(engine);
  for (const codeId of [1, 2]) {
    const lent = Array.from({ length: 10 }, () => warm.lend(codeId, memory));
    for (const lease of lent) lease.giveBack(true);
  }
  warm.lend(3, memory).giveBack(true);
  const areWarm = (codeId: number): boolean[] =>
    Array.from({ length: 10 }, () => warm.lend(codeId, memory).isWarm);
  expect(engine.liveIsolates).toHaveLength(19);
  expect([1, 2, 3].map((codeId) => areWarm(codeId).filter(Boolean).length)).toEqual([8, 10, 1]);
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

test('WarmIsolates of heavy ones at rest keeps no more than their bytes, those used last', () => {
  const engine = new FakeEngine();
  const warm = new WarmIsolates(engine);
  const heavyBytes = 40 * 1024 * 1024;
  for (const [codeId, heapBytes] of [0, heavyBytes, heavyBytes, heavyBytes].entries()) {
    const lease = warm.lend(codeId, memory);
    const isolate = engine.isolates.at(-1);
    if (isolate) isolate.heapBytes = heapBytes;
    lease.giveBack(true, heapBytes);
  }
  expect(engine.liveIsolates).toHaveLength(3);
  expect([0, 1, 2, 3].map((codeId) => warm.lend(codeId, memory).isWarm)).toEqual([
    true,
    false,
    true,
    true,
  ]);
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
