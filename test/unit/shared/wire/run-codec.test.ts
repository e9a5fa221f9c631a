import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunStart } from '../../../../shared/generated/isopod/v1/RunStart.ts';
import {
  runEndedFromWire,
  runEndedToWire,
  runLogsFromWire,
  runLogsToWire,
  runStartFromWire,
  runStartToWire,
} from '../../../../shared/wire/run-codec.ts';
import { WireError } from '../../../../shared/wire/wire-error.ts';
import {
  arbitraryExecution,
  arbitraryLogEntry,
  arbitraryNodeOutcome,
  arbitraryRunId,
} from '../../../support/arbitrary-executions.ts';
import { exampleExecution, exampleOutcome } from '../../../support/example-execution.ts';
import {
  connectRequestThroughWire,
  connectResponseThroughWire,
} from '../../../support/through-wire.ts';

function startThroughWire(start: RunStart) {
  const { runCommands } = connectResponseThroughWire({ runCommands: { starts: [start] } });
  const [read] = runCommands?.starts ?? [];
  if (!read) throw new Error('the start is gone');
  return read;
}

function eventsThroughWire(
  runEvents: Parameters<typeof connectRequestThroughWire>[0]['runEvents'],
) {
  const read = connectRequestThroughWire({ runEvents: runEvents ?? {} }).runEvents;
  if (!read) throw new Error('the events are gone');
  return read;
}

test('a run reaches its node as it is', () => {
  fc.assert(
    fc.property(arbitraryExecution, arbitraryRunId, (execution, runId) => {
      const start = { runId, execution, deadlineMs: Number.POSITIVE_INFINITY };
      expect(runStartFromWire(startThroughWire(runStartToWire(start, 0)), 0)).toEqual(start);
    }),
  );
});

test('a program that the node keeps travels without its texts', () => {
  const modules = [{ path: 'a.js', kind: 'JAVASCRIPT', text: '1' }] as const;
  const execution = exampleExecution();
  const program = { ...execution.program, modules };
  const start = { runId: 1, execution: { ...execution, program }, deadlineMs: 5 };
  const kept = startThroughWire(runStartToWire({ ...start, isProgramKept: true }, 0));
  expect(kept.program).toMatchObject({ hash: program.hash, source: '', modules: [] });
  expect(runStartFromWire(kept, 0).isProgramKept).toBe(true);
});

test('a deadline travels as the time that is left, from one clock to another', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4_000_000_000 }),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      (leftUs, coordinatorMs, agentMs) => {
        const start = {
          runId: 1,
          execution: exampleExecution(),
          deadlineMs: coordinatorMs + leftUs / 1000,
        };
        const read = runStartFromWire(
          startThroughWire(runStartToWire(start, coordinatorMs)),
          agentMs,
        );
        expect(Math.abs(read.deadlineMs - agentMs - leftUs / 1000)).toBeLessThan(0.002);
      },
    ),
  );
});

test('a deadline that has passed is one that passes at once, and not none', () => {
  const start = { runId: 1, execution: exampleExecution(), deadlineMs: 5 };
  expect(runStartToWire(start, 1_000).deadlineUs).toBe(1);
});

test('a deadline beyond 71 minutes is none', () => {
  const start = { runId: 1, execution: exampleExecution(), deadlineMs: 72 * 60_000 };
  expect(runStartToWire(start, 0).deadlineUs).toBe(0);
});

const start = { runId: 1, execution: exampleExecution(), deadlineMs: 1_000 };

test.each<[string, RunStart]>([
  ['an id', { runId: 0 }],
  ['a tenant', { tenantId: '' }],
  ['a program', { program: null }],
  ['limits', { limits: null }],
  ['a kind', { program: { kind: 'PROGRAM_KIND_UNSPECIFIED' } }],
  ['an isolation level that is known', { isolationLevel: 77 as never }],
])('runStartFromWire takes no run without %s', (_what, given) => {
  const wire = startThroughWire({ ...runStartToWire(start, 0), ...given });
  expect(() => runStartFromWire(wire, 0)).toThrow(WireError);
});

test('runStartFromWire takes no run that is to be the same each time in an isolate that remembers', () => {
  const determinism = { seed: 1, startEpochMs: 0 };
  const sent = (isolation: 'FRESH' | 'POOLED') => {
    const execution = { ...exampleExecution(), determinism, isolation };
    return startThroughWire(runStartToWire({ ...start, execution }, 0));
  };
  expect(runStartFromWire(sent('FRESH'), 0).execution.determinism).toEqual(determinism);
  expect(() => runStartFromWire(sent('POOLED'), 0)).toThrow('run 1 is deterministic and POOLED');
});

test('the end of a run reaches the coordinator as it is', () => {
  fc.assert(
    fc.property(arbitraryRunId, arbitraryNodeOutcome, (runId, outcome) => {
      const { ended } = eventsThroughWire({ ended: [runEndedToWire({ runId, outcome })] });
      expect(ended.map(runEndedFromWire)).toEqual([{ runId, outcome }]);
    }),
  );
});

test('what is too large for its 32 bits is as large as they go, and never less than 0', () => {
  const usage = { wallUs: 1e12, cpuUs: -5, heapPeakBytes: 2 ** 33, queuedUs: 1.6 };
  expect(runEndedToWire({ runId: 1, outcome: exampleOutcome({ usage }) })).toMatchObject({
    wallUs: 2 ** 32 - 1,
    cpuUs: 0,
    heapPeakBytes: 2 ** 32 - 1,
    waitedUs: 2,
  });
});

test('runEndedFromWire takes no end without a word', () => {
  const wire = { ...runEndedToWire({ runId: 1, outcome: exampleOutcome() }), word: 77 as never };
  const { ended } = eventsThroughWire({ ended: [wire] });
  expect(() => ended.map(runEndedFromWire)).toThrow(WireError);
});

test('the lines of a run reach the coordinator as they are', () => {
  fc.assert(
    fc.property(arbitraryRunId, fc.array(arbitraryLogEntry), (runId, lines) => {
      const { logs } = eventsThroughWire({ logs: [runLogsToWire({ runId, lines })] });
      expect(logs.map(runLogsFromWire)).toEqual([{ runId, lines }]);
    }),
  );
});
