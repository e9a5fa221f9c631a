import { expect, test, vi } from 'vitest';
import type { ExecutionDesk } from '../../../../../coordinator/admission/execution-desk.ts';
import {
  type CachedResult,
  resultCodec,
} from '../../../../../coordinator/cache/results/cached-result.ts';
import { followersMax } from '../../../../../coordinator/cache/results/followers.ts';
import { ResultCache } from '../../../../../coordinator/cache/results/result-cache.ts';
import { deadlineExceeded, IsopodError } from '../../../../../shared/errors/isopod-error.ts';
import { defaultDeterminism } from '../../../../../shared/execution/determinism.ts';
import type { Execution } from '../../../../../shared/execution/execution.ts';
import type { Outcome } from '../../../../../shared/execution/outcome.ts';
import { VirtualClock } from '../../../../../shared/time/virtual-clock.ts';
import { exampleExecution, exampleLogEntry } from '../../../../support/example-execution.ts';
import { MemoryRemoteTier, RemoteShelf } from '../../../../support/memory-remote-tier.ts';
import { RecordingObserver, ScriptedCluster } from '../../../../support/scripted-cluster.ts';
import { callMsMax, virtualCache } from '../../../../support/virtual-cache.ts';

function scenario() {
  const cluster = new ScriptedCluster();
  const agent = cluster.node('node-1', 100);
  const engine = { current: 'engine 1' as string | undefined, of: () => 'engine 1' };
  const { cache } = virtualCache<CachedResult>(
    { namespace: 'results', codec: resultCodec, hardTimeoutMs: 86_400_000 },
    { clock: cluster.clock },
  );
  const results = new ResultCache({
    desk: cluster.dispatcher,
    cache,
    engine,
    clock: cluster.clock,
  });
  const submit = (given: Partial<Execution> = {}, deadlineMs = Infinity) => {
    const observer = new RecordingObserver();
    const execution = exampleExecution({ determinism: defaultDeterminism, ...given });
    const accepted = results.submit(execution, observer, deadlineMs);
    return { observer, accepted };
  };
  return { cluster, agent, engine, cache, results, submit, clock: cluster.clock };
}

/** What is put into a node's next message is there after the turn of the loop that it is put in. */
async function settle(clock: VirtualClock): Promise<void> {
  await clock.advance(0);
  await clock.advance(0);
}

const useOf = ({ answers }: RecordingObserver) =>
  answers.map((answer) =>
    answer instanceof IsopodError ? answer.reason : (answer.usage.cacheUse ?? answer.word),
  );

test('ResultCache has one run for all who ask for the same, and tells each of them everything', async () => {
  const { agent, submit, clock } = scenario();
  const first = submit();
  await settle(clock);
  agent.log(1, [exampleLogEntry({ text: 'early' })]);
  const second = submit();
  agent.log(1, [exampleLogEntry({ text: 'late' })]);
  expect(agent.runIds).toEqual([1]);
  agent.end(1, { resultJson: '2' });
  await settle(clock);
  for (const { observer } of [first, second])
    expect(observer.lines.map(({ text }) => text)).toEqual(['early', 'late']);
  expect([useOf(first.observer), useOf(second.observer)]).toEqual([['MISS'], ['SHARED']]);
  const [{ usage }] = second.observer.answers as [Outcome];
  expect(usage).toMatchObject({ cpuUs: 0, wallUs: 0, attempts: 0, nodeId: '' });
});

test('ResultCache answers a hit before submit returns', async () => {
  const { agent, submit, clock } = scenario();
  submit();
  await settle(clock);
  agent.end(1, { resultJson: '2' });
  await settle(clock);
  const { observer, accepted } = submit();
  expect(accepted.isAnswered).toBe(true);
  expect(useOf(observer)).toEqual(['L1']);
});

test.each<[string, Parameters<ReturnType<typeof scenario>['agent']['end']>[1], boolean]>([
  ['a result', { resultJson: '2' }, true],
  ['bytes', { resultBytes: Buffer.from([1, 2]) }, true],
  ['a throw', { word: 'SCRIPT_THREW', error: errorOf('TypeError', 'no') }, true],
  ['what does not compile', { word: 'SYNTAX_ERROR', error: errorOf('SyntaxError', 'no') }, true],
  ['too much output', { word: 'OUTPUT_EXCEEDED', error: errorOf('OutputExceeded', 'no') }, true],
  ['too much time', { word: 'CPU_EXCEEDED', error: errorOf('CpuExceeded', 'no') }, false],
  ['too much memory', { word: 'MEMORY_EXCEEDED', error: errorOf('MemoryExceeded', 'no') }, false],
  ['a crash', { word: 'CRASHED', error: errorOf('Crashed', 'no') }, false],
  [
    'a stack at its end',
    {
      word: 'SCRIPT_THREW',
      error: errorOf('RangeError', 'Maximum call stack size exceeded'),
    },
    false,
  ],
  ['a second attempt', { resultJson: '2', usage: { attempts: 2 } }, false],
  ['effects', { resultJson: '2', mayHaveHadEffects: true }, false],
])('ResultCache asks of %s whether it follows from what was asked', async (_name, end, isKept) => {
  const { agent, submit, clock } = scenario();
  const first = submit();
  await settle(clock);
  agent.end(1, end);
  await settle(clock);
  const second = submit();
  await settle(clock);
  expect(useOf(second.observer)).toEqual(isKept ? ['L1'] : []);
  if (!isKept) return;
  const [one, other] = [first.observer.answers[0], second.observer.answers[0]] as [
    Outcome,
    Outcome,
  ];
  expect({ ...other, usage: null }).toEqual({ ...one, usage: null });
});

test('ResultCache keeps nothing that ran on another engine than it was asked of', async () => {
  const { agent, engine, submit, clock } = scenario();
  engine.of = () => 'engine 2';
  submit();
  await settle(clock);
  agent.end(1, { resultJson: '2' });
  await settle(clock);
  const second = submit();
  await settle(clock);
  expect(useOf(second.observer)).toEqual([]);
  expect(agent.sources).toEqual(['1 + 1']);
});

test('ResultCache has what one caller gives up go on for the others, and ends it with the last', async () => {
  const { agent, results, submit, clock } = scenario();
  const [first, second] = [submit(), submit()];
  await settle(clock);
  results.abandon(first.accepted, deadlineExceeded());
  results.cancel(second.accepted);
  await settle(clock);
  expect(useOf(first.observer)).toEqual(['DEADLINE_EXCEEDED']);
  expect(agent.cancelledRunIds).toEqual([1]);
  agent.end(1, { word: 'CANCELLED', error: errorOf('Cancelled', 'no') });
  await settle(clock);
  expect(second.observer.answers).toMatchObject([{ word: 'CANCELLED' }]);
});

test('ResultCache cancels one of several without a word to the node', async () => {
  const { agent, results, submit, clock } = scenario();
  const [first, second] = [submit(), submit()];
  await settle(clock);
  results.cancel(first.accepted);
  expect(first.observer.answers).toMatchObject([{ word: 'CANCELLED' }]);
  expect(agent.cancelledRunIds).toEqual([]);
  agent.end(1, { resultJson: '2' });
  await settle(clock);
  expect(useOf(second.observer)).toEqual(['MISS']);
});

test('ResultCache tells nobody that it was another who cancelled', async () => {
  const { agent, results, submit, clock } = scenario();
  const first = submit();
  await settle(clock);
  results.cancel(first.accepted);
  // The node has not said yet how far it came.
  const second = submit();
  await settle(clock);
  agent.end(1, { word: 'CANCELLED', error: errorOf('Cancelled', 'no') });
  await settle(clock);
  expect(useOf(first.observer)).toEqual(['MISS']);
  expect(second.observer.answers).toEqual([]);
  agent.end(2, { resultJson: '2' });
  await settle(clock);
  expect(useOf(second.observer)).toEqual(['MISS']);
  expect(second.observer.answers).toMatchObject([{ word: 'SUCCEEDED' }]);
});

test('ResultCache runs it again for those who have more time than the one who came first', async () => {
  const { agent, submit, clock } = scenario();
  const first = submit({}, clock.nowMs() + 100);
  const second = submit();
  await settle(clock);
  const early = exampleLogEntry({ text: 'early' });
  const late = exampleLogEntry({ text: 'late' });
  agent.log(1, [early]);
  await clock.advance(100);
  // The node has seen the deadline pass.
  agent.end(1, { word: 'CANCELLED', error: errorOf('Cancelled', 'no') });
  await settle(clock);
  expect(useOf(first.observer)).toEqual(['DEADLINE_EXCEEDED']);
  expect(second.observer.answers).toEqual([]);
  agent.log(2, [early, late]);
  agent.end(2, { resultJson: '2' });
  await settle(clock);
  expect(useOf(second.observer)).toEqual(['MISS']);
  // And tells them nothing twice.
  expect(second.observer.lines.map(({ text }) => text)).toEqual(['early', 'late']);
  const third = submit();
  expect(third.observer.lines.map(({ text }) => text)).toEqual(['early', 'late']);
});

test('ResultCache passes on what comes while too many wait for what other tiers say', async () => {
  const clock = new VirtualClock();
  const silent = new MemoryRemoteTier('L2', new RemoteShelf(), clock);
  silent.condition = 'HANGS';
  const options = { namespace: 'results', codec: resultCodec };
  const { cache } = virtualCache<CachedResult>(options, { clock, remotes: [silent] });
  const passedOn: (number | undefined)[] = [];
  const desk: ExecutionDesk = {
    submit: ({ determinism }) => {
      passedOn.push(determinism?.seed);
      return { isAnswered: false, reply: () => {}, replyToAll: () => {} };
    },
    cancel: () => {},
    abandon: () => {},
  };
  const engine = { current: 'engine', of: () => 'engine' };
  const results = new ResultCache({ desk, cache, engine, clock });
  for (let seed = 0; seed < 1_001; seed++) {
    const execution = exampleExecution({ determinism: { ...defaultDeterminism, seed } });
    results.submit(execution, new RecordingObserver(), Infinity);
  }
  expect(passedOn).toEqual([1_000]);
  await clock.advance(callMsMax);
  expect(passedOn).toHaveLength(1_001);
});

test('ResultCache bounds those who wait for the run of another, and runs for itself who comes beyond', async () => {
  const { agent, submit, clock } = scenario();
  const first = submit();
  const followers = Array.from({ length: followersMax }, () => submit());
  await settle(clock);
  expect(agent.runIds).toEqual([1]);
  const beyond = submit();
  await settle(clock);
  expect(agent.runIds).toEqual([1, 2]);
  agent.end(1, { resultJson: '2' });
  agent.end(2, { resultJson: '2' });
  await settle(clock);
  expect([useOf(first.observer), useOf(beyond.observer)]).toEqual([['MISS'], ['SUCCEEDED']]);
  for (const { observer } of followers) expect(useOf(observer)).toEqual(['SHARED']);
  // They have left their places.
  submit({ cacheMode: 'REFRESH' });
  submit();
  await settle(clock);
  expect(agent.runIds).toEqual([3]);
});

test('ResultCache keeps the latest of what is told of progress, not all', async () => {
  const { agent, results, clock } = scenario();
  const execution = exampleExecution({ determinism: defaultDeterminism });
  const ask = () => {
    const observer = Object.assign(new RecordingObserver(), { progress: vi.fn() });
    results.submit(execution, observer, Infinity);
    return observer;
  };
  const first = ask();
  await settle(clock);
  const words = Array.from({ length: 100 }, (_, at) => `"${at} ${'x'.repeat(16 * 1024)}"`);
  for (const valueJson of words) agent.say({ progress: [{ runId: 1, valueJson }] });
  agent.end(1, { resultJson: '2' });
  await settle(clock);
  expect(first.progress).toHaveBeenCalledTimes(100);
  const later = ask();
  expect(later.progress.mock.calls.length).toBeLessThan(17);
  expect(later.progress).toHaveBeenLastCalledWith(words.at(-1));
});

test('ResultCache that closes keeps nobody waiting for another coordinator', async () => {
  const { clock, dispatcher } = new ScriptedCluster();
  const locks = { acquire: async () => 'taken' as const };
  const options = { namespace: 'results', codec: resultCodec };
  const { cache } = virtualCache<CachedResult>(options, { clock, locks });
  const engine = { current: 'engine', of: () => 'engine' };
  const results = new ResultCache({ desk: dispatcher, cache, engine, clock });
  const observer = new RecordingObserver();
  results.submit(exampleExecution({ determinism: defaultDeterminism }), observer, Infinity);
  await clock.advance(1_000);
  expect(observer.answers).toEqual([]);
  await dispatcher.close(0);
  results.close();
  expect(useOf(observer)).toEqual(['SHUTTING_DOWN']);
  await clock.advance(60_000);
  expect(observer.answers).toHaveLength(1);
});

test('ResultCache tells all who wait what the system has to say', async () => {
  const { results, cluster, submit, clock } = scenario();
  void cluster.dispatcher.close(0);
  const [first, second] = [submit(), submit()];
  await settle(clock);
  expect([useOf(first.observer), useOf(second.observer)]).toEqual([
    ['SHUTTING_DOWN'],
    ['SHUTTING_DOWN'],
  ]);
  results.cancel(first.accepted);
});

function errorOf(name: string, message: string) {
  return { name, message, stack: '' };
}
