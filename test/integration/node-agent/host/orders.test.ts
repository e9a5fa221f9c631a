import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HostDriver } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeEach(async () => {
  host = await HostDriver.start();
});
afterEach(() => host.close());

const loop = { source: 'console.log("in"); for (;;);' };
const isLogOf = (runId: number) => (frame: { readonly name: string; readonly runId?: number }) =>
  frame.name === 'logs' && frame.runId === runId;

test('cancel ends a run that executes, one that waits and one that has not begun', async () => {
  const waits = host.begin({ source: 'new Promise((r) => setTimeout(r, 60_000))' });
  await host.frame((frame) => frame.name === 'parked');
  const loops = host.begin(loop);
  const queued = host.begin({ source: '1' });
  const innocent = host.begin({ source: '"innocent"' });
  await host.frame(isLogOf(loops));
  host.send(...[queued, waits, loops, 999].map((runId) => ({ name: 'cancel', runId }) as const));
  for (const runId of [waits, loops, queued]) {
    const { ended } = await host.end(runId);
    expect(ended).toMatchObject({ word: 'CANCELLED', error: { name: 'Cancelled' } });
  }
  expect((await host.end(innocent)).result).toBe('innocent');
});

test('log lines of a run arrive while it executes', async () => {
  const runId = host.begin(loop);
  const logs = await host.frame(isLogOf(runId));
  expect(logs).toMatchObject({ lines: [{ level: 'LOG', text: 'in' }] });
  expect(host.received.some((frame) => frame.name === 'ended')).toBe(false);
});

test('recall gives back a run that has not begun, and only that', async () => {
  const loops = host.begin({ ...loop, limits: { wallUsMax: 3_000_000 } });
  const queued = host.begin({ source: '1' });
  await host.frame(isLogOf(loops));
  host.send({ name: 'recall', runId: queued }, { name: 'recall', runId: loops });
  await host.frame((frame) => frame.name === 'recalled' && frame.runId === queued);
  expect((await host.end(loops)).ended.word).toBe('WALL_EXCEEDED');
  expect((await host.run({ source: '2' })).result).toBe(2);
  expect(host.received.filter((frame) => frame.name === 'recalled')).toHaveLength(1);
  expect(host.received.some((frame) => frame.name === 'ended' && frame.runId === queued)).toBe(
    false,
  );
});

test('the announcement names the run that executes, and nobody when none does', async () => {
  const runId = host.begin({ ...loop, limits: { wallUsMax: 2_000_000 } });
  await host.frame(isLogOf(runId));
  const announced = host.announcement();
  expect(announced).toMatchObject({ runId, cpuUsBefore: 0 });
  expect(announced?.processCpuUsAtEntry).toBeGreaterThan(0);
  await host.end(runId);
  await host.run({ source: '1' });
  // The last thing a host does before it rests is to say so; a frame's echo is behind it.
  host.send({ name: 'reset' });
  await host.frame((frame) => frame.name === 'reset-done');
  expect(host.announcement()).toMatchObject({ runId: 0 });
});

test('the announcement pulses while a run has another thread', async () => {
  const runId = host.begin({ ...loop, limits: { wallUsMax: 500_000 } });
  await host.end(runId);
  const pulse = host.announcement()?.pulseAtMs ?? 0;
  const next = host.begin({ ...loop, limits: { wallUsMax: 500_000 } });
  await host.end(next);
  expect(host.announcement()?.pulseAtMs).toBeGreaterThan(pulse);
});

test('reset ends what is there and makes room for another tenant', async () => {
  const codeId = host.load({ source: 'for (;;);' });
  const loops = host.begin({ codeId });
  const waits = host.begin({ codeId });
  host.send({ name: 'reset' });
  await host.frame((frame) => frame.name === 'reset-done');
  expect((await host.end(loops)).ended.word).toBe('CANCELLED');
  expect((await host.end(waits)).ended.word).toBe('CANCELLED');
  expect((await host.run({ source: '"next"' })).result).toBe('next');
});

test('a host whose agent speaks no frames, or hangs up, ends', async () => {
  host.sendBytes(Buffer.from([255, 255, 255, 255, 1]));
  const [, signal] = (await once(host.child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  expect(host.stderr).toContain('FrameError: A frame is longer than');
});

test('a host ends when a run names a code that is not there', async () => {
  host.begin({ codeId: 12_345 });
  await once(host.child, 'close');
  expect(host.stderr).toContain('A run names a code that is not here: 12345');
});
