import { expect, test } from 'vitest';
import type { LoadFrame, RunFrame } from '../../../../../node-agent/frames/frame.ts';
import { Code } from '../../../../../node-agent/host/programs/code.ts';
import { ExecutionWatch } from '../../../../../node-agent/host/runs/execution-watch.ts';
import { GuestRun } from '../../../../../node-agent/host/runs/guest-run.ts';
import { defaultLimits } from '../../../../../shared/execution/limits.ts';
import { VirtualClock } from '../../../../../shared/time/virtual-clock.ts';
import { FakeEngine } from '../../../../support/fake-engine.ts';

const load: LoadFrame = {
  name: 'load',
  codeId: 1,
  kind: 'SCRIPT',
  language: 'JAVASCRIPT',
  fileName: 'a.js',
  source: '',
};

function watchOf(mode: RunFrame['mode'], limits: Partial<RunFrame['limits']> = {}) {
  const clock = new VirtualClock({ nowMs: 1_000 });
  const used = { processUs: 500, mainThreadUs: 100 };
  const announced: number[][] = [];
  const wedged: string[] = [];
  let pulses = 0;
  const watch = new ExecutionWatch(
    clock,
    { processUs: () => used.processUs, mainThreadUs: () => used.mainThreadUs },
    { announce: (...parts) => announced.push(parts), pulse: () => pulses++ },
    (run, word) => wedged.push(`${run.runId} ${word}`),
  );
  const run = new GuestRun(
    {
      name: 'run',
      runId: 7,
      codeId: 1,
      isolation: 'FRESH',
      mode,
      limits: { ...defaultLimits, ...limits },
    },
    new Code(load),
  );
  run.startedAtMs = clock.nowMs();
  const isolate = new FakeEngine().createIsolate(1);
  return { clock, used, announced, wedged, watch, run, isolate, pulses: () => pulses };
}

test('ExecutionWatch announces a run with what it and the process have used', () => {
  const { watch, run, announced } = watchOf('THREAD');
  run.cpuUs = 40;
  watch.enter(run);
  expect(announced).toEqual([[7, 40, 500]]);
});

test('ExecutionWatch charges a thread what the process used, and what letting it wait took', () => {
  const { watch, run, used } = watchOf('THREAD');
  watch.enter(run);
  used.processUs += 90;
  used.mainThreadUs += 20;
  expect(watch.leave({ onMainThread: false })).toBeUndefined();
  expect(run.cpuUs).toBe(90);
  used.mainThreadUs += 5;
  watch.parked(run);
  expect(run.cpuUs).toBe(95);
});

test('ExecutionWatch charges a slice what the main thread used', () => {
  const { watch, run, used } = watchOf('SLICE');
  watch.enter(run);
  used.processUs += 90;
  used.mainThreadUs += 20;
  watch.leave({ onMainThread: true });
  expect(run.cpuUs).toBe(20);
});

test('ExecutionWatch derives the process time of a slice from one that it asked for', () => {
  const { watch, run, used, announced } = watchOf('SLICE');
  for (const mainThreadUs of [100, 400, 20_000]) {
    used.mainThreadUs = mainThreadUs;
    used.processUs = 9_000;
    watch.enter(run);
    watch.leave({ onMainThread: true });
  }
  expect(announced.map(([, , processUs]) => processUs)).toEqual([9_000, 9_300, 9_000]);
});

test('ExecutionWatch ends a run whose processor time is used up', async () => {
  const { clock, watch, run, isolate, used } = watchOf('THREAD', { cpuUsMax: 5_000 });
  watch.enter(run);
  watch.guard(isolate);
  used.processUs += 5_000;
  await clock.advance(50);
  expect(isolate.isDisposed).toBe(false);
  used.processUs += 1;
  await clock.advance(10);
  expect(isolate.isDisposed).toBe(true);
  expect(watch.leave({ onMainThread: false })).toBe('CPU_EXCEEDED');
});

test('ExecutionWatch ends a run whose time by the clock is used up', async () => {
  const { clock, watch, run, isolate } = watchOf('THREAD', { wallUsMax: 25_000 });
  watch.enter(run);
  watch.guard(isolate);
  await clock.advance(25);
  expect(isolate.isDisposed).toBe(false);
  await clock.advance(10);
  expect(watch.leave({ onMainThread: false })).toBe('WALL_EXCEEDED');
});

test('ExecutionWatch says that a run is wedged 100 ms after it was stopped in vain', async () => {
  const { clock, watch, run, isolate, wedged } = watchOf('THREAD');
  watch.enter(run);
  watch.guard(isolate);
  watch.stop('CANCELLED');
  watch.stop('OUTPUT_EXCEEDED');
  await clock.advance(90);
  expect(wedged).toEqual([]);
  await clock.advance(20);
  expect(wedged).toEqual(['7 CANCELLED']);
  expect(clock.timersPending).toBe(0);
});

test('ExecutionWatch disposes of the isolate of a run that was stopped before it had one', () => {
  const { watch, run, isolate } = watchOf('THREAD');
  watch.enter(run);
  watch.stop('CANCELLED');
  watch.guard(isolate);
  expect(isolate.isDisposed).toBe(true);
});

test('ExecutionWatch pulses every 50 ms while a run executes, and sets no timer after', async () => {
  const { clock, watch, run, isolate, pulses } = watchOf('THREAD');
  watch.enter(run);
  watch.guard(isolate);
  await clock.advance(200);
  expect(pulses()).toBe(4);
  watch.leave({ onMainThread: false });
  await clock.advance(20);
  expect(clock.timersPending).toBe(0);
});
