/**
 * Any mixture of programs, cancels, deadlines and deaths, on hosts that behave and hosts that do
 * not: every caller hears exactly one answer, in time, and nothing is left behind.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NodeBusy } from '../../../../node-agent/pool/run-request.ts';
import { defaultLimits } from '../../../../shared/execution/limits.ts';
import { ScriptedNode, type ScriptedRun } from '../../../support/scripted-node.ts';

const sources = [
  'ok 1',
  'ok 10',
  'ok 80',
  'warm 100',
  'warm 1900',
  'park 50',
  'park 400',
  'log 3',
  'loop',
  'wedge',
  'crash',
  'eat',
  'mute',
  'lie',
  'spend',
] as const;
/** What each may end with when nobody cancels it; the deaths of others may be suspected of it. */
const words: Record<string, readonly string[]> = {
  loop: ['CPU_EXCEEDED', 'WALL_EXCEEDED'],
  wedge: ['CPU_EXCEEDED', 'WALL_EXCEEDED'],
  mute: ['CRASHED', 'WALL_EXCEEDED'],
  crash: ['CRASHED'],
  lie: ['CRASHED'],
  eat: ['MEMORY_EXCEEDED'],
  spend: ['SYNTAX_ERROR'],
};
const limits = { ...defaultLimits, cpuUsMax: 100_000, wallUsMax: 1_000_000 };
const hostsMax = 3;

interface World {
  readonly node: ScriptedNode;
  readonly runs: {
    readonly source: string;
    readonly run: ScriptedRun;
    isTouched: boolean;
    cancelledAtMs?: number;
  }[];
}

/** A host has 100 ms to obey; the watchdog looks every 25. */
const cancelMsMax = 200;

const start = fc.record({
  step: fc.constant('start' as const),
  source: fc.constantFrom(...sources),
  tenant: fc.nat(2),
  isolation: fc.constantFrom('FRESH' as const, 'POOLED' as const, 'PROCESS' as const),
  deadlineMs: fc.option(fc.nat(500), { nil: undefined, freq: 8 }),
  count: fc.constantFrom(1, 1, 1, 1, 8),
});
const cancel = fc.record({ step: fc.constant('cancel' as const), index: fc.nat(1000) });
const kill = fc.record({ step: fc.constant('kill' as const), index: fc.nat(10) });
const wait = fc.record({ step: fc.constant('wait' as const), ms: fc.nat(60) });
const step = fc.oneof(
  { weight: 8, arbitrary: start },
  { weight: 2, arbitrary: cancel },
  { weight: 1, arbitrary: kill },
  { weight: 6, arbitrary: wait },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take({ node, runs }: World, todo: Step): Promise<void> {
  switch (todo.step) {
    case 'start':
      for (let index = 0; index < todo.count; index++) {
        const { source, tenant, isolation, deadlineMs } = todo;
        const deadline = deadlineMs === undefined ? {} : { deadlineMs };
        const inputJson = `"t${tenant}"`;
        const wish = { tenantId: `t${tenant}`, isolation, limits, inputJson, ...deadline };
        const isTouched = deadlineMs !== undefined;
        runs.push({ source, run: node.run(source, wish), isTouched });
      }
      return;
    case 'cancel': {
      const chosen = runs[todo.index % Math.max(1, runs.length)];
      if (!chosen) return;
      chosen.isTouched = true;
      chosen.cancelledAtMs ??= node.clock.nowMs();
      chosen.run.handle.cancel();
      return;
    }
    case 'kill': {
      const { live } = node.hosts;
      live[todo.index % Math.max(1, live.length)]?.die({ signal: 'SIGKILL' });
      return;
    }
    case 'wait':
      return node.clock.advance(todo.ms);
  }
}

async function untilAnswered({ node, runs }: World): Promise<void> {
  for (let second = 0; second < 300; second++) {
    if (runs.every(({ run }) => run.answers > 0)) return;
    await node.clock.advance(1000);
  }
}

function check({ node, runs }: World): void {
  // Some hundred steps of a run and its watching, each; not a claim that is granted in vain.
  expect(node.clock.timersSet).toBeLessThan(5_000 + 500 * runs.length);
  expect(runs.filter(({ run }) => run.answers > 1)).toEqual([]);
  expect(node.hosts.live.length).toBeLessThanOrEqual(hostsMax);
  for (const host of node.hosts.live) expect(new Set(host.inputsSinceReset).size).toBeLessThan(2);
  const { runsExecuting, runsParked, runsWaiting } = node.executor.load();
  expect(Math.min(runsExecuting, runsParked, runsWaiting)).toBeGreaterThanOrEqual(0);
  expect(runsExecuting + runsParked + runsWaiting).toBe(
    runs.filter(({ run }) => run.answers === 0).length,
  );
}

test('HostedExecutor answers every caller once, whatever its hosts and programs do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const world: World = { node: await ScriptedNode.ready({ hostsMax }), runs: [] };
      for (const todo of steps) {
        await take(world, todo);
        await world.node.clock.advance(0);
        check(world);
      }
      await untilAnswered(world);
      check(world);
      for (const { source, run, isTouched, cancelledAtMs } of world.runs) {
        expect(run.answers, source).toBe(1);
        expect(run.endedAtMs - (cancelledAtMs ?? run.endedAtMs)).toBeLessThanOrEqual(cancelMsMax);
        const expected = words[source.split(' ')[0] ?? ''] ?? ['SUCCEEDED'];
        const excused = isTouched ? ['CANCELLED'] : [];
        expect([...expected, ...excused, 'CRASHED', 'NODE_LOST'], source).toContain(
          run.outcome?.word,
        );
      }
      const drained = world.node.executor.drain();
      await world.node.clock.advance(100);
      await drained;
      expect(world.node.hosts.live).toEqual([]);
      expect(world.node.clock.timersPending).toBe(0);
      expect(() => world.node.run('ok 1')).toThrow(NodeBusy);
    }),
    { numRuns: 60, seed: 11 },
  );
});
