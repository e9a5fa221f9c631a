import { expect, test } from 'vitest';
import {
  growthRatio,
  type SoakFindings,
  type SoakSample,
  soakFaults,
} from '../../../soak/soak-verdict.ts';

const sample: SoakSample = {
  atMs: 0,
  agentResidentBytes: 100,
  coordinatorResidentBytes: 100,
  nodeResidentBytes: 400,
  processes: 6,
  agentDescriptors: 20,
  agentThreads: 11,
  coordinatorDescriptors: 25,
};

const passed: SoakFindings = {
  minutes: 60,
  runs: 1000,
  wrongs: [],
  neighbourAskedPerS: 50,
  neighbourFailures: [],
  lost: undefined,
  samples: Array.from({ length: 100 }, () => sample),
  before: sample,
  after: sample,
  left: [],
};

test('soakFaults says nothing of a soak that was passed', () => {
  expect(soakFaults(passed)).toEqual([]);
});

test.each<[string, Partial<SoakFindings>]>([
  ['no program has run', { runs: 0 }],
  ['a program was not contained: x', { wrongs: ['x'] }],
  ['the neighbour had a failure: x', { neighbourFailures: ['x'] }],
  ['the neighbour asked 44.0 times a second', { neighbourAskedPerS: 44 }],
  ['the neighbour asked NaN times a second', { neighbourAskedPerS: Number.NaN }],
  ['the coordinator is gone', { lost: 'the coordinator is gone' }],
  ['something was left over: x', { left: ['x'] }],
  ['processes: 6 before, 7 after', { after: { ...sample, processes: 7 } }],
  ['agentDescriptors: 20 before, 21 after', { after: { ...sample, agentDescriptors: 21 } }],
  ['agentThreads: 11 before, 12 after', { after: { ...sample, agentThreads: 12 } }],
  [
    'the node holds 1.20 of the memory it held before',
    { after: { ...sample, nodeResidentBytes: 480 } },
  ],
])('soakFaults says: %s', (fault, findings) => {
  expect(soakFaults({ ...passed, ...findings })).toEqual([fault]);
});

function growing(key: 'agentResidentBytes' | 'coordinatorResidentBytes'): readonly SoakSample[] {
  return Array.from({ length: 100 }, (_, index) => ({ ...sample, [key]: 100 + index }));
}

test('soakFaults finds an agent and a coordinator that go on growing', () => {
  expect(soakFaults({ ...passed, samples: growing('agentResidentBytes') })).toEqual([
    'the memory of the agent grew: 1.36 of what it was',
  ]);
  expect(soakFaults({ ...passed, samples: growing('coordinatorResidentBytes') })).toEqual([
    'the memory of the coordinator grew: 1.36 of what it was',
  ]);
});

test('soakFaults does not judge the memory of a few minutes', () => {
  const samples = growing('agentResidentBytes');
  expect(soakFaults({ ...passed, minutes: 3, samples })).toEqual([]);
});

test('soakFaults shows the first of many wrongs, and how many more there are', () => {
  const wrongs = Array.from({ length: 100 }, (_, index) => `n${index}`);
  const faults = soakFaults({ ...passed, wrongs });
  expect(faults).toHaveLength(21);
  expect(faults.at(-1)).toBe('a program was not contained: and 80 more');
});

test('growthRatio compares the last quarter with the second, whatever the first was', () => {
  expect(growthRatio([1, 1, 100, 100, 100, 100, 110, 110])).toBe(1.1);
  expect(growthRatio([])).toBeNaN();
});
