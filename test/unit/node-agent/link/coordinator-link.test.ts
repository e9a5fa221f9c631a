import { status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { CoordinatorLink } from '../../../../node-agent/link/coordinator-link.ts';
import { NodeCredential } from '../../../../node-agent/link/node-credential.ts';
import type { Random } from '../../../../shared/random/random.ts';
import { silentLogger } from '../../../../shared/telemetry/logger.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { exampleExecution } from '../../../support/example-execution.ts';
import { exampleHello, exampleLoad } from '../../../support/example-node.ts';
import { ScriptedConnection } from '../../../support/scripted-connection.ts';
import { ScriptedExecutor } from '../../../support/scripted-executor.ts';

class Scenario {
  readonly clock = new VirtualClock();
  readonly executor = new ScriptedExecutor();
  readonly connection = new ScriptedConnection();
  readonly link: CoordinatorLink;
  joined = 0;
  replacementsAsked = 0;
  isRenewal = false;
  /** The connection is to end. */
  goAway = (): void => {};

  /** The backoff is the whole of its ceiling, unless another chance is given. */
  constructor(random: Random = { next: () => 0.999_999 }) {
    this.link = new CoordinatorLink({
      client: this.connection.client,
      credential: new NodeCredential('secret'),
      hello: exampleHello(),
      executor: this.executor,
      readLoad: () => exampleLoad({ runsInFlight: this.executor.runs.length }),
      joined: () => {
        this.joined++;
      },
      isRenewal: () => this.isRenewal,
      whenGoingAway: (_client, told) => {
        this.goAway = told;
      },
      replaceMe: () => {
        this.replacementsAsked++;
      },
      clock: this.clock,
      random,
      logger: silentLogger,
    });
  }

  get stream() {
    return this.connection.stream;
  }

  get dials(): number {
    return this.connection.streams.length;
  }

  start(runId: number, source = '1'): void {
    const starts = [
      { runId, execution: exampleExecution({ source }), deadlineMs: Number.POSITIVE_INFINITY },
    ];
    this.stream.say({
      name: 'run-commands',
      commands: { starts, hostCallReplies: [], cancelledRunIds: [] },
    });
  }

  settle(): Promise<void> {
    return this.clock.advance(0);
  }
}

test('CoordinatorLink shows its token and says hello, and nothing else before the welcome', () => {
  const { stream } = new Scenario();
  expect(stream.metadata.get('authorization')).toEqual(['Bearer secret']);
  expect(stream.said).toEqual([{ name: 'hello', hello: exampleHello() }]);
});

test('CoordinatorLink that is welcomed sends heartbeats as often as it was asked to', async () => {
  const { stream, clock, ...scenario } = new Scenario();
  stream.welcome();
  expect(scenario.connection.stream.said).toHaveLength(2);
  await clock.advance(2_500);
  const heartbeat = { name: 'heartbeat', load: exampleLoad(), isDraining: false };
  expect(stream.said.slice(1)).toEqual([
    { ...heartbeat, sequence: 1 },
    { ...heartbeat, sequence: 2 },
    { ...heartbeat, sequence: 3 },
  ]);
});

test('CoordinatorLink tells that it has joined, each time', async () => {
  const scenario = new Scenario();
  expect(scenario.joined).toBe(0);
  scenario.stream.welcome();
  expect(scenario.joined).toBe(1);
  scenario.stream.over();
  await scenario.clock.advance(100);
  scenario.stream.welcome();
  expect(scenario.joined).toBe(2);
});

test('CoordinatorLink begins runs and brings back what became of them', async () => {
  const scenario = new Scenario();
  scenario.stream.welcome();
  scenario.start(7, 'seven');
  expect(scenario.executor.sources).toEqual(['seven']);
  scenario.executor.end(0);
  await scenario.settle();
  expect(scenario.stream.said.at(-1)).toMatchObject({
    name: 'run-events',
    events: { ended: [{ runId: 7, outcome: { word: 'SUCCEEDED' } }] },
  });
});

test('CoordinatorLink goes on with what waits when the stream takes it again', async () => {
  const scenario = new Scenario();
  const { stream, executor } = scenario;
  stream.welcome();
  for (const runId of [1, 2]) scenario.start(runId);
  stream.isFull = true;
  executor.end(0);
  await scenario.settle();
  executor.end(1);
  await scenario.settle();
  const messages = stream.said.length;
  stream.emit('drain');
  expect(stream.said).toHaveLength(messages + 1);
});

test.each([status.UNAVAILABLE, status.OK])(
  'CoordinatorLink whose stream ends with status %s cancels its runs and dials again',
  async (code) => {
    const scenario = new Scenario();
    scenario.stream.welcome();
    scenario.start(1);
    scenario.stream.over(code);
    await scenario.settle();
    expect(scenario.executor.runs[0]?.isCancelled).toBe(true);
    await scenario.clock.advance(100);
    expect(scenario.dials).toBe(2);
    expect(scenario.stream.said).toHaveLength(1);
  },
);

test('CoordinatorLink waits twice as long after each failure, up to 5 s, with full jitter', async () => {
  const waitsMs: number[] = [];
  const scenario = new Scenario();
  for (let failure = 0; failure < 8; failure++) {
    scenario.stream.over();
    await scenario.settle();
    const fromMs = scenario.clock.nowMs();
    const dials = scenario.dials;
    while (scenario.dials === dials) await scenario.clock.advance(1);
    waitsMs.push(scenario.clock.nowMs() - fromMs);
  }
  expect(waitsMs).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
});

test('CoordinatorLink may be lucky and dial again at once', async () => {
  const scenario = new Scenario({ next: () => 0 });
  scenario.stream.over();
  await scenario.settle();
  await scenario.settle();
  expect(scenario.dials).toBe(2);
});

test('CoordinatorLink starts over with its waiting once it was welcome for a while', async () => {
  const scenario = new Scenario();
  for (let failure = 0; failure < 5; failure++) {
    scenario.stream.over();
    await scenario.clock.advance(5_000);
  }
  scenario.stream.welcome();
  await scenario.clock.advance(5_000);
  scenario.stream.over();
  await scenario.settle();
  const dials = scenario.dials;
  await scenario.clock.advance(100);
  expect(scenario.dials).toBe(dials + 1);
});

test('CoordinatorLink that is turned out as soon as it is welcomed waits longer each time', async () => {
  const scenario = new Scenario();
  for (let turn = 0; turn < 6; turn++) {
    scenario.stream.welcome();
    scenario.stream.over();
    await scenario.clock.advance(5_000);
  }
  scenario.stream.welcome();
  scenario.stream.over();
  await scenario.settle();
  const dials = scenario.dials;
  await scenario.clock.advance(4_999);
  expect(scenario.dials).toBe(dials);
});

test('CoordinatorLink gives up a coordinator that says nothing for 10 s', async () => {
  const scenario = new Scenario();
  await scenario.clock.advance(9_999);
  expect(scenario.dials).toBe(1);
  await scenario.clock.advance(200);
  expect(scenario.dials).toBe(2);
});

test.each<[string, (scenario: Scenario) => void]>([
  ['welcomes it twice', ({ stream }) => stream.welcome()],
  ['says nothing in a message', ({ stream }) => stream.emit('data', {})],
  [
    'gives two runs one id',
    (scenario) => {
      scenario.start(1);
      scenario.start(1);
    },
  ],
])('CoordinatorLink leaves a coordinator that %s', async (_what, breakRule) => {
  const scenario = new Scenario();
  const first = scenario.stream;
  first.welcome();
  breakRule(scenario);
  expect(first.isOver).toBe(true);
  await scenario.clock.advance(100);
  expect(scenario.dials).toBe(2);
});

test('CoordinatorLink takes no runs before the welcome', async () => {
  const scenario = new Scenario();
  scenario.start(1);
  expect(scenario.executor.runs).toEqual([]);
  expect(scenario.stream.isOver).toBe(true);
});

test('CoordinatorLink finishes what it has after a goodbye, leaves, and dials again', async () => {
  const scenario = new Scenario();
  const first = scenario.stream;
  first.welcome();
  scenario.start(1);
  first.say({ name: 'goodbye' });
  expect(first.isHalfClosed).toBe(false);
  scenario.executor.end(0);
  await scenario.settle();
  expect(first.said.at(-1)).toMatchObject({ name: 'run-events' });
  expect(first.isHalfClosed).toBe(true);
  first.over(status.OK);
  await scenario.clock.advance(100);
  expect(scenario.dials).toBe(2);
});

test('CoordinatorLink without runs leaves at once when the coordinator says goodbye', () => {
  const { stream } = new Scenario();
  stream.welcome();
  stream.say({ name: 'goodbye' });
  expect(stream.isHalfClosed).toBe(true);
});

test('CoordinatorLink that drains says so, finishes, and is closed when its stream is', async () => {
  const scenario = new Scenario();
  const { stream, link } = scenario;
  stream.welcome();
  scenario.start(1);
  link.drain();
  expect(stream.said.at(-1)).toMatchObject({ name: 'heartbeat', isDraining: true });
  stream.say({ name: 'goodbye' });
  expect(stream.isHalfClosed).toBe(false);
  scenario.executor.end(0);
  await scenario.settle();
  expect(stream.isHalfClosed).toBe(true);
  // What it has said may still be on its way.
  expect(link.isClosed).toBe(false);
  stream.over(status.OK);
  await scenario.settle();
  expect(link.isClosed).toBe(true);
  expect(scenario.connection.isClosed).toBe(true);
  await scenario.clock.advance(60_000);
  expect(scenario.dials).toBe(1);
  expect(scenario.clock.timersPending).toBe(0);
});

test('CoordinatorLink begins nothing once it is leaving', async () => {
  const scenario = new Scenario();
  scenario.stream.welcome();
  scenario.link.drain();
  scenario.stream.say({ name: 'goodbye' });
  scenario.start(1);
  expect(scenario.executor.runs).toEqual([]);
});

test('CoordinatorLink that drains without runs takes those that are on their way to it', async () => {
  const scenario = new Scenario();
  const { stream, link } = scenario;
  stream.welcome();
  link.drain();
  expect(stream.isHalfClosed).toBe(false);
  scenario.start(1);
  stream.say({ name: 'goodbye' });
  expect(stream.isHalfClosed).toBe(false);
  scenario.executor.end(0);
  await scenario.settle();
  expect(stream.said.at(-1)).toMatchObject({ name: 'run-events' });
  expect(stream.isHalfClosed).toBe(true);
});

test('CoordinatorLink that drains does not wait for a goodbye for ever', async () => {
  const { stream, link, clock } = new Scenario();
  stream.welcome();
  link.drain();
  await clock.advance(4_900);
  expect(stream.isHalfClosed).toBe(false);
  await clock.advance(200);
  expect(stream.isHalfClosed).toBe(true);
});

test('CoordinatorLink that drains while it waits or dials just closes', async () => {
  const dialling = new Scenario();
  dialling.link.drain();
  expect(dialling.link.isClosed).toBe(true);
  const waiting = new Scenario();
  waiting.stream.over();
  await waiting.settle();
  waiting.link.drain();
  expect(waiting.link.isClosed).toBe(true);
  expect([dialling, waiting].map(({ clock }) => clock.timersPending)).toEqual([0, 0]);
});

test('CoordinatorLink that is closed ends its stream and its runs, and dials no more', async () => {
  const scenario = new Scenario();
  scenario.stream.welcome();
  scenario.start(1);
  scenario.link.close();
  scenario.link.close();
  expect(scenario.executor.runs[0]?.isCancelled).toBe(true);
  expect(scenario.stream.isOver).toBe(true);
  await scenario.clock.advance(60_000);
  expect(scenario.dials).toBe(1);
  expect(scenario.clock.timersPending).toBe(0);
});

test('CoordinatorLink dials with what its coordinator gave it in exchange for its token', async () => {
  const scenario = new Scenario();
  scenario.stream.welcome();
  scenario.stream.say({ name: 'credential', token: 'good for longer' });
  scenario.stream.over(status.UNAVAILABLE);
  await scenario.clock.advance(100);
  expect(scenario.stream.metadata.get('authorization')).toEqual(['Bearer good for longer']);
});

test('CoordinatorLink whose connection goes away asks to be replaced, and dials no more', async () => {
  const scenario = new Scenario();
  scenario.stream.welcome();
  scenario.start(1);
  scenario.goAway();
  await scenario.clock.advance(100);
  expect(scenario.replacementsAsked).toBe(1);
  expect(scenario.executor.runs[0]?.isCancelled).toBe(false);
  scenario.link.drain();
  expect(scenario.stream.said.at(-1)).toMatchObject({ name: 'heartbeat', isDraining: true });
  scenario.stream.say({ name: 'goodbye' });
  scenario.executor.end(0);
  await scenario.settle();
  expect(scenario.stream.isHalfClosed).toBe(true);
  scenario.stream.over(status.OK);
  await scenario.clock.advance(10_000);
  expect(scenario.dials).toBe(1);
  expect(scenario.link.isClosed).toBe(true);
});

test('CoordinatorLink whose connection breaks dials again by itself', async () => {
  const scenario = new Scenario();
  scenario.stream.welcome();
  scenario.goAway();
  scenario.stream.over(status.UNAVAILABLE);
  await scenario.clock.advance(100);
  expect(scenario.replacementsAsked).toBe(0);
  expect(scenario.dials).toBe(2);
});

test('CoordinatorLink that takes the place of another says so, while that is there', async () => {
  const scenario = new Scenario();
  scenario.isRenewal = true;
  scenario.stream.over(status.UNAVAILABLE);
  await scenario.clock.advance(100);
  expect(scenario.stream.said).toMatchObject([{ name: 'hello', hello: { isRenewal: true } }]);
  scenario.isRenewal = false;
  scenario.stream.over(status.UNAVAILABLE);
  await scenario.clock.advance(200);
  expect(scenario.stream.said[0]).not.toHaveProperty('hello.isRenewal');
});
