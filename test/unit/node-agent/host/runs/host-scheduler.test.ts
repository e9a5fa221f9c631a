import { expect, test } from 'vitest';
import type {
  EndedFrame,
  FrameFromHost,
  RunFrame,
} from '../../../../../node-agent/frames/frame.ts';
import { FreshIsolates } from '../../../../../node-agent/host/isolates/fresh-isolates.ts';
import { SessionIsolates } from '../../../../../node-agent/host/isolates/session-isolates.ts';
import { WarmIsolates } from '../../../../../node-agent/host/isolates/warm-isolates.ts';
import { HostScheduler } from '../../../../../node-agent/host/runs/host-scheduler.ts';
import { defaultLimits } from '../../../../../shared/execution/limits.ts';
import { VirtualClock } from '../../../../../shared/time/virtual-clock.ts';
import { FakeEngine, returned } from '../../../../support/fake-engine.ts';

class Bench {
  readonly engine = new FakeEngine();
  readonly clock = new VirtualClock({ nowMs: 1_000 });
  readonly sent: FrameFromHost[] = [];
  readonly log: string[] = [];
  isCongested = false;
  /** Time that guests have taken on the main thread, where no timer can fire. */
  passedMs = 0;
  readonly scheduler: HostScheduler;

  constructor() {
    this.scheduler = new HostScheduler({
      fresh: new FreshIsolates(this.engine),
      warm: new WarmIsolates(this.engine),
      sessions: new SessionIsolates(this.engine),
      sink: Object.defineProperty(
        {
          isCongested: false,
          send: (frame) => {
            this.sent.push(frame);
            this.log.push('runId' in frame ? `${frame.name} ${frame.runId}` : frame.name);
          },
          flush: () => this.log.push('flush'),
        },
        'isCongested',
        { get: () => this.isCongested },
      ),
      announcing: {
        announce: (runId) => this.log.push(`announce ${runId}`),
        clear: () => this.log.push('clear'),
        pulse: () => undefined,
      },
      clock: {
        nowMs: () => this.clock.nowMs() + this.passedMs,
        epochMs: () => this.clock.epochMs(),
        setTimer: (delayMs, callback) => this.clock.setTimer(delayMs, callback),
      },
      processorTime: { processUs: () => 0, mainThreadUs: () => 0 },
      defer: (task) => void this.clock.setTimer(0, task),
    });
    this.scheduler.handle({
      name: 'load',
      codeId: 1,
      kind: 'SCRIPT',
      language: 'JAVASCRIPT',
      fileName: 'a.js',
      source: '1',
    });
  }

  run(runId: number, wish: Partial<RunFrame> = {}): void {
    const limits = defaultLimits;
    this.scheduler.handle({
      name: 'run',
      runId,
      codeId: 1,
      isolation: 'FRESH',
      mode: 'THREAD',
      limits,
      ...wish,
    });
  }

  async settle(): Promise<void> {
    this.scheduler.pump();
    await this.clock.advance(0);
  }

  ended(): (readonly [number, string])[] {
    return this.sent
      .filter((frame): frame is EndedFrame => frame.name === 'ended')
      .map(({ runId, word }) => [runId, word]);
  }
}

const waiting = (ms: number) => () => `w-${ms}`;

test('HostScheduler runs in order of arrival, one at a time', async () => {
  const bench = new Bench();
  for (const runId of [1, 2]) bench.run(runId);
  await bench.settle();
  expect(bench.engine.contextCount).toBe(1);
  bench.engine.guest?.comeBack(returned('r-1'));
  await bench.clock.advance(0);
  expect(bench.ended()).toEqual([[1, 'SUCCEEDED']]);
  expect(bench.log.slice(0, 5)).toEqual(['flush', 'announce 1', 'ended 1', 'flush', 'announce 2']);
});

test('HostScheduler clears the announcement when nothing is left to run', async () => {
  const bench = new Bench();
  bench.engine.onEnter = () => returned('u-');
  bench.run(1);
  await bench.settle();
  expect(bench.log).toEqual(['flush', 'announce 1', 'ended 1', 'clear']);
});

test('HostScheduler lets others run while one waits, and prefers it when it is due', async () => {
  const bench = new Bench();
  bench.engine.onEnter = () => returned('p-');
  bench.engine.onCollect = waiting(10);
  bench.run(1);
  await bench.settle();
  expect(bench.sent).toEqual([{ name: 'parked', runId: 1 }]);
  bench.engine.onEnter = () => undefined;
  bench.run(2);
  bench.run(3);
  await bench.settle();
  await bench.clock.advance(10);
  bench.engine.onEnter = (entry) => returned(entry.name === 'tick' ? 'r-"first"' : 'r-"other"');
  bench.engine.guest?.comeBack(returned('u-'));
  await bench.clock.advance(0);
  expect(bench.ended().map(([runId]) => runId)).toEqual([2, 1, 3]);
});

test('HostScheduler says parked once of a run that waits often', async () => {
  const bench = new Bench();
  bench.engine.onEnter = () => returned('p-');
  bench.engine.onCollect = waiting(5);
  bench.run(1);
  await bench.settle();
  await bench.clock.advance(30);
  expect(bench.sent).toEqual([{ name: 'parked', runId: 1 }]);
  bench.engine.onCollect = () => 'r-1';
  await bench.clock.advance(5);
  expect(bench.ended()).toEqual([[1, 'SUCCEEDED']]);
});

test('HostScheduler ends a run that waits beyond its time by the clock', async () => {
  const bench = new Bench();
  bench.engine.onEnter = () => returned('p-');
  bench.engine.onCollect = waiting(60_000);
  bench.run(1, { limits: { ...defaultLimits, wallUsMax: 50_000 } });
  await bench.settle();
  await bench.clock.advance(52);
  expect(bench.ended()).toEqual([[1, 'WALL_EXCEEDED']]);
  expect(bench.engine.isolates[0]?.isDisposed).toBe(true);
});

test('HostScheduler holds a result that comes late for exceeded', async () => {
  const bench = new Bench();
  bench.run(1, { limits: { ...defaultLimits, wallUsMax: 8_000 } });
  await bench.settle();
  await bench.clock.advance(9);
  bench.engine.guest?.comeBack(returned('r-1'));
  await bench.clock.advance(0);
  expect(bench.ended()).toEqual([[1, 'WALL_EXCEEDED']]);
});

test('HostScheduler says MEMORY_EXCEEDED of an isolate that went by itself', async () => {
  const bench = new Bench();
  bench.engine.onEnter = () => ({ name: 'gone' });
  bench.run(1);
  await bench.settle();
  expect(bench.ended()).toEqual([[1, 'MEMORY_EXCEEDED']]);
});

test('HostScheduler begins nothing more once a run is wedged', async () => {
  const bench = new Bench();
  bench.run(1);
  bench.run(2);
  await bench.settle();
  for (const isolate of bench.engine.isolates) isolate.isStubborn = true;
  bench.scheduler.handle({ name: 'cancel', runId: 1 });
  await bench.clock.advance(120);
  expect(bench.sent).toEqual([{ name: 'wedged', runId: 1, word: 'CANCELLED' }]);
  expect(bench.log.at(-1)).toBe('flush');
  expect(bench.log).not.toContain('announce 2');
});

test('HostScheduler begins nothing while the agent reads too slowly', async () => {
  const bench = new Bench();
  bench.engine.onEnter = () => returned('u-');
  bench.isCongested = true;
  bench.run(1);
  await bench.settle();
  expect(bench.ended()).toEqual([]);
  bench.isCongested = false;
  await bench.settle();
  expect(bench.ended()).toEqual([[1, 'SUCCEEDED']]);
});

test('HostScheduler gives the event loop its turn between slices', async () => {
  const bench = new Bench();
  bench.engine.onEnter = () => {
    bench.passedMs += 3;
    return returned('u-');
  };
  for (let runId = 1; runId <= 6; runId++) bench.run(runId, { mode: 'SLICE' });
  bench.scheduler.pump();
  expect(bench.ended()).toHaveLength(2);
  await bench.clock.advance(0);
  expect(bench.ended()).toHaveLength(6);
});

test('HostScheduler writes what slices have finished together', () => {
  const bench = new Bench();
  bench.engine.onEnter = () => returned('u-');
  for (let runId = 1; runId <= 6; runId++) bench.run(runId, { mode: 'SLICE' });
  bench.scheduler.pump();
  expect(bench.ended()).toHaveLength(6);
  expect(bench.log.filter((word) => word === 'flush')).toHaveLength(1);
});

test('HostScheduler recalls, cancels and resets what has not begun', async () => {
  const bench = new Bench();
  for (const runId of [1, 2, 3, 4]) bench.run(runId);
  await bench.settle();
  bench.scheduler.handle({ name: 'recall', runId: 1 });
  bench.scheduler.handle({ name: 'recall', runId: 2 });
  bench.scheduler.handle({ name: 'cancel', runId: 3 });
  expect(bench.sent).toMatchObject([
    { name: 'recalled', runId: 2 },
    { name: 'ended', runId: 3, word: 'CANCELLED', wallUs: 0 },
  ]);
  bench.scheduler.handle({ name: 'reset' });
  expect(bench.sent.at(-1)).toMatchObject({ runId: 4, word: 'CANCELLED' });
  await bench.clock.advance(0);
  expect(bench.sent.slice(-2)).toMatchObject([
    { runId: 1, word: 'CANCELLED' },
    { name: 'reset-done' },
  ]);
  const entered = bench.engine.isolates.filter(({ contexts }) =>
    contexts.some(({ entries }) => entries.length > 0),
  );
  expect(entered.map(({ isDisposed }) => isDisposed)).toEqual([true]);
});

test('HostScheduler begins no more runs than may wait', async () => {
  const bench = new Bench();
  bench.engine.onEnter = () => returned('p-');
  bench.engine.onCollect = waiting(1_000);
  for (let runId = 1; runId <= 40; runId++) bench.run(runId);
  await bench.settle();
  expect(bench.sent.filter(({ name }) => name === 'parked')).toHaveLength(32);
  bench.scheduler.handle({ name: 'cancel', runId: 1 });
  await bench.settle();
  expect(bench.sent.filter(({ name }) => name === 'parked')).toHaveLength(33);
});

test('HostScheduler refuses a run twice, of no code, and one too many', () => {
  const bench = new Bench();
  bench.run(1);
  expect(() => bench.run(1)).toThrow('Run 1 could not be queued');
  expect(() => bench.run(2, { codeId: 9 })).toThrow('A run names a code that is not here: 9');
  for (let runId = 2; runId <= 4_096; runId++) bench.run(runId);
  expect(() => bench.run(5_000)).toThrow('4096 are here');
});

test('HostScheduler begins nothing more once a text has broken the reader of TypeScript', async () => {
  const bench = new Bench();
  const frame = { name: 'load', codeId: 2, kind: 'SCRIPT', fileName: 'a.ts' } as const;
  bench.scheduler.handle({ ...frame, language: 'TYPESCRIPT', source: `${'!'.repeat(1e6)}1` });
  bench.engine.onEnter = () => returned('u-');
  bench.run(1, { codeId: 2 });
  bench.run(2);
  await bench.settle();
  expect(bench.sent).toMatchObject([
    { name: 'ended', runId: 1, word: 'SYNTAX_ERROR', isHostSpent: true },
  ]);
});

test('HostScheduler says MEMORY_EXCEEDED of a run whose isolate a mere question ends', async () => {
  const bench = new Bench();
  bench.engine.onEnter = () => returned('p-');
  bench.engine.onCollect = () => {
    for (const isolate of bench.engine.isolates) isolate.dispose();
    throw new Error('Isolate was disposed during execution due to memory limit');
  };
  bench.run(1);
  await bench.settle();
  expect(bench.sent).toMatchObject([{ name: 'ended', runId: 1, word: 'MEMORY_EXCEEDED' }]);
});

test('HostScheduler says that its host is spent when something is still made for a run that ended', async () => {
  const bench = new Bench();
  bench.engine.onEnter = (_entry, context) => {
    context.isWorkedFor = true;
    return { name: 'gone' };
  };
  bench.run(1);
  bench.run(2);
  await bench.settle();
  expect(bench.sent).toMatchObject([{ name: 'ended', runId: 1, isHostSpent: true }]);
});
