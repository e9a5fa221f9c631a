import { expect, test } from 'vitest';
import { blame, type HostEnd, type RunFacts } from '../../../../node-agent/pool/blame.ts';

const run: RunFacts = {
  runId: 7,
  stopWord: undefined,
  hadEffects: false,
  isIdempotent: false,
  attempts: 1,
  attemptsMax: 4,
  isSuspect: false,
  isSentenced: false,
  isOfSession: false,
  timeLeftMs: Number.POSITIVE_INFINITY,
};
const died = (suspectRunId?: number): HostEnd => ({ cause: 'UNEXPLAINED', suspectRunId });
const memory = (suspectRunId?: number): HostEnd => ({ cause: 'MEMORY', suspectRunId });
const stopped = (runId: number): HostEnd => ({ cause: 'STOPPED', runId, word: 'CPU_EXCEEDED' });

const table: [string, HostEnd, Partial<RunFacts>, string][] = [
  ['a run that the agent stopped has its word', stopped(7), {}, 'CPU_EXCEEDED'],
  ['… even when it was being cancelled', stopped(7), { stopWord: 'CANCELLED' }, 'CPU_EXCEEDED'],
  ['the neighbour of a stopped run begins again', stopped(8), {}, 'RERUN'],
  ['the run executing at a death by memory ate it', memory(7), {}, 'MEMORY_EXCEEDED'],
  ['the neighbour of an eater begins again', memory(8), {}, 'RERUN'],
  ['a death by memory with nobody in sight costs nobody', memory(), {}, 'RERUN'],
  ['the suspect of a death gets one chance, alone', died(7), {}, 'RERUN_ALONE'],
  ['a second death is proof', died(7), { isSuspect: true, attempts: 2 }, 'CRASHED'],
  ['code that has killed before needs no second proof', died(7), { isSentenced: true }, 'CRASHED'],
  ['effects make the first death proof enough', died(7), { hadEffects: true }, 'CRASHED effects'],
  ['… unless twice does no harm', died(7), { hadEffects: true, isIdempotent: true }, 'RERUN_ALONE'],
  ['no time to try again is no chance', died(7), { timeLeftMs: 0 }, 'CRASHED'],
  ['a suspect that was to be stopped is stopped', died(7), { stopWord: 'CANCELLED' }, 'CANCELLED'],
  ['an innocent begins again', died(8), {}, 'RERUN'],
  ['an innocent that had effects does not', died(8), { hadEffects: true }, 'NODE_LOST effects'],
  ['… unless twice does no harm', died(8), { hadEffects: true, isIdempotent: true }, 'RERUN'],
  ['an innocent out of time is cancelled', died(8), { timeLeftMs: -1 }, 'CANCELLED'],
  ['an innocent out of attempts is lost', died(8), { attempts: 4 }, 'NODE_LOST'],
  ['a suspect whose host dies of another stays alone', died(8), { isSuspect: true }, 'RERUN_ALONE'],
  [
    'a run that was to be stopped is stopped',
    died(8),
    { stopWord: 'WALL_EXCEEDED' },
    'WALL_EXCEEDED',
  ],
  ['a death with nobody in sight costs nobody', died(), {}, 'RERUN'],
  ['all are lost when the node ends', { cause: 'CLOSING' }, {}, 'NODE_LOST'],
];

test.each(table)('blame: %s', (_sentence, end, facts, expected) => {
  const verdict = blame(end, { ...run, ...facts });
  const told =
    verdict.name === 'ANSWER'
      ? `${verdict.word}${verdict.mayHaveHadEffects ? ' effects' : ''}`
      : verdict.name;
  expect(told).toBe(expected);
});
