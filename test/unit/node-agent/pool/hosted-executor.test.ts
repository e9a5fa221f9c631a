import { expect, test } from 'vitest';
import { HostedExecutor } from '../../../../node-agent/pool/hosted-executor.ts';
import type { HostingOptions } from '../../../../node-agent/pool/hosting-config.ts';
import { NodeBusy, type RunHandle } from '../../../../node-agent/pool/run-request.ts';
import type { Execution } from '../../../../shared/execution/execution.ts';
import { defaultLimits } from '../../../../shared/execution/limits.ts';
import type { LogEntry, Outcome } from '../../../../shared/execution/outcome.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { ScriptedHosts } from '../../../support/scripted-hosts.ts';

interface Started {
  readonly handle: RunHandle;
  readonly logs: LogEntry[];
  outcome: Outcome | undefined;
  endedAtMs: number;
  answers: number;
}

class Node {
  readonly clock = new VirtualClock({ nowMs: 1_000_000 });
  readonly hosts = new ScriptedHosts(this.clock);
  readonly lost: string[] = [];
  readonly judged: string[] = [];
  readonly notStarted: number[] = [];
  readonly executor: HostedExecutor;

  constructor(options: Partial<HostingOptions> = {}) {
    const hostsMax = options.hostsMax ?? 4;
    this.executor = new HostedExecutor(
      {
        hostsMax,
        hostsPerTenantMax: hostsMax,
        hostsSparesMin: 1,
        runsMax: 1000,
        runsBytesMax: 2 ** 28,
        hostMemoryBytesMax: 1536 * 2 ** 20,
        tenantChange: 'reset',
        ...options,
      },
      {
        factory: this.hosts,
        clock: this.clock,
        random: seededRandom(5),
        observer: {
          hostLost: (_hostId, _tenantId, detail) => this.lost.push(detail),
          runJudged: (_tenantId, _hash, verdict) => this.judged.push(verdict.name),
          hostNotStarted: (_error, _failures, retryInMs) => this.notStarted.push(retryInMs),
        },
      },
    );
    this.executor.open();
  }

  /** With its spares ready. */
  static async ready(options: Partial<HostingOptions> = {}): Promise<Node> {
    const node = new Node(options);
    await node.clock.advance(100);
    return node;
  }

  run(
    source: string,
    more: Partial<Omit<Execution, 'program' | 'limits'>> & {
      deadlineMs?: number;
      limits?: Partial<Execution['limits']>;
    } = {},
  ): Started {
    const { deadlineMs, limits, ...execution } = more;
    const started: Omit<Started, 'handle'> = {
      logs: [],
      outcome: undefined,
      endedAtMs: 0,
      answers: 0,
    };
    const handle = this.executor.start(
      {
        execution: {
          tenantId: 'a',
          program: {
            hash: source,
            source,
            kind: 'MODULE',
            language: 'JAVASCRIPT',
            fileName: 'main.js',
          },
          limits: { ...defaultLimits, ...limits },
          isolation: 'FRESH',
          isIdempotent: false,
          ...execution,
        },
        ...(deadlineMs === undefined ? {} : { deadlineMs: this.clock.nowMs() + deadlineMs }),
      },
      {
        logs: (lines) => started.logs.push(...lines),
        ended: (outcome) => {
          started.outcome = outcome;
          started.endedAtMs = this.clock.nowMs();
          started.answers++;
        },
      },
    );
    return Object.assign(started, { handle });
  }

  /** Proves a code short. */
  async prove(source: string): Promise<void> {
    for (let count = 0; count < 20; count++) {
      this.run(source, { isolation: 'POOLED' });
      await this.clock.advance(1);
    }
  }
}

const words = (runs: readonly Started[]): (string | undefined)[] =>
  runs.map((run) => run.outcome?.word);
const tally = (runs: readonly Started[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words(runs)) counts[word ?? 'none'] = (counts[word ?? 'none'] ?? 0) + 1;
  return counts;
};

test('HostedExecutor runs a program in a host and answers with what the host said', async () => {
  const node = await Node.ready();
  const run = node.run('ok 5', { inputJson: '{"a":1}' });
  expect(run.outcome).toBeUndefined();
  await node.clock.advance(10);
  expect(run.outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '{"a":1}' });
  expect(run.outcome?.usage).toMatchObject({
    wallUs: 5000,
    cpuUs: 5000,
    attempts: 1,
    inputBytes: 7,
    resultBytes: 7,
    nodeId: '',
  });
  expect(run.answers).toBe(1);
  expect(node.executor.load()).toMatchObject({ runsExecuting: 0, runsWaiting: 0, hostsBusy: 0 });
});

test('HostedExecutor counts as queued what passed before the guest began', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  const runs = [node.run('ok 40'), node.run('ok 10'), node.run('ok 10')];
  await node.clock.advance(100);
  const queuedMs = runs.map((run) => Math.round((run.outcome?.usage.queuedUs ?? -1) / 1000));
  expect(queuedMs).toEqual([0, 40, 50]);
});

test('HostedExecutor hands on logs with the attempt that wrote them', async () => {
  const node = await Node.ready();
  const run = node.run('log 3');
  await node.clock.advance(10);
  expect(run.logs).toHaveLength(3);
  expect(run.logs[0]).toEqual({ level: 'LOG', text: 'a line', sinceStartUs: 0, attempt: 1 });
});

test('HostedExecutor sends a code to a host once', async () => {
  const node = await Node.ready();
  for (let count = 0; count < 3; count++) {
    node.run('ok 1');
    await node.clock.advance(5);
  }
  const sent = node.hosts.hosts.flatMap((host) => host.sent);
  expect(sent.filter((frame) => frame.name === 'load')).toHaveLength(1);
  expect(sent.filter((frame) => frame.name === 'run')).toHaveLength(3);
});

test('HostedExecutor gives THREAD runs hosts of their own while there are any', async () => {
  const node = await Node.ready({ hostsMax: 3, hostsSparesMin: 2 });
  const runs = [node.run('ok 50'), node.run('ok 50')];
  await node.clock.advance(10);
  expect(node.hosts.hosts.map((host) => host.sources.length)).toEqual([1, 1, 0]);
  await node.clock.advance(60);
  expect(words(runs)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
});

test('HostedExecutor gives a host no more than one THREAD run beside the one executing', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  const runs = Array.from({ length: 8 }, () => node.run('ok 30'));
  for (let step = 0; step < 30; step++) {
    for (const host of node.hosts.live) expect(host.sources.length).toBeLessThanOrEqual(2);
    await node.clock.advance(10);
  }
  expect(tally(runs)).toEqual({ SUCCEEDED: 8 });
});

test('HostedExecutor takes back a run stuck behind another when a host becomes free', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  node.hosts.readyMs = 100;
  const loop = node.run('loop');
  const stuck = node.run('ok 5');
  await node.clock.advance(2);
  expect(node.hosts.withRun('loop').sources).toEqual(['ok 5', 'loop']);
  await node.clock.advance(200);
  expect(stuck.outcome?.word).toBe('SUCCEEDED');
  expect(stuck.outcome?.usage.attempts).toBe(1);
  loop.handle.cancel();
  await node.clock.advance(10);
  expect(loop.outcome?.word).toBe('CANCELLED');
});

test('HostedExecutor leaves the thread of a parked run to others', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  const parked = Array.from({ length: 10 }, () => node.run('park 500'));
  await node.clock.advance(50);
  expect(node.executor.load()).toMatchObject({ runsParked: 10, runsExecuting: 0, hostsBusy: 1 });
  const quick = node.run('ok 1');
  await node.clock.advance(5);
  expect(quick.outcome?.word).toBe('SUCCEEDED');
  await node.clock.advance(600);
  expect(tally(parked)).toEqual({ SUCCEEDED: 10 });
});

test('HostedExecutor has patience with a host that has as many parked runs as it takes', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  const limits = { wallUsMax: 60_000_000 };
  const runs = Array.from({ length: 40 }, () => node.run('park 15000', { limits }));
  await node.clock.advance(14_000);
  expect(node.executor.load()).toMatchObject({ runsParked: 32 });
  await node.clock.advance(30_000);
  expect(tally(runs)).toEqual({ SUCCEEDED: 40 });
  expect(node.hosts.hosts[0]?.wasKilled).toBe(false);
});

test('HostedExecutor proves POOLED code short, pipelines it, and demotes it when it is slow', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  await node.prove('warm 100');
  const host = node.hosts.live[0];
  expect(host?.runsSent.every((frame) => frame.mode === 'THREAD')).toBe(true);
  const burst = Array.from({ length: 100 }, () => node.run('warm 100', { isolation: 'POOLED' }));
  expect(host?.runsSent.slice(20).map((frame) => frame.mode)).toEqual(Array(100).fill('SLICE'));
  await node.clock.advance(5);
  expect(tally(burst)).toEqual({ SUCCEEDED: 100 });
  node.hosts.live[0]?.sent.splice(0);
  const slow = node.run('warm 100', { isolation: 'POOLED' });
  await node.clock.advance(0);
  slow.handle.cancel();
  await node.clock.advance(5);
  node.run('warm 100', { isolation: 'FRESH' });
  expect(host?.runsSent.map((frame) => frame.mode)).toEqual(['SLICE', 'THREAD']);
});

test('HostedExecutor never lets two tenants use a host without a reset between', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  const runs: Started[] = [];
  for (let count = 0; count < 60; count++) {
    const tenantId = `t${count % 5}`;
    runs.push(node.run('ok 3', { tenantId, inputJson: `"${tenantId}"` }));
    await node.clock.advance(count % 4);
    for (const host of node.hosts.live) expect(new Set(host.inputsSinceReset).size).toBeLessThan(2);
  }
  await node.clock.advance(500);
  expect(tally(runs)).toEqual({ SUCCEEDED: 60 });
  expect(node.hosts.hosts).toHaveLength(2);
});

test('HostedExecutor starts a new process for another tenant when told to', async () => {
  const node = await Node.ready({ hostsMax: 1, tenantChange: 'new-process' });
  const first = node.run('ok 1', { tenantId: 'a' });
  await node.clock.advance(5);
  const second = node.run('ok 1', { tenantId: 'b' });
  await node.clock.advance(100);
  expect(words([first, second])).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  expect(node.hosts.hosts).toHaveLength(2);
  expect(node.hosts.hosts[0]?.sent.some((frame) => frame.name === 'reset')).toBe(false);
});

test('HostedExecutor replaces a host that does not reset', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  node.run('ok 1', { tenantId: 'a' });
  await node.clock.advance(5);
  const [host] = node.hosts.live;
  if (host) host.ignoresReset = true;
  const second = node.run('ok 1', { tenantId: 'b' });
  await node.clock.advance(1200);
  expect(second.outcome?.word).toBe('SUCCEEDED');
  expect(host?.isDead).toBe(true);
});

test('HostedExecutor shares a full node between a busy tenant and a quiet one', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  const busy = Array.from({ length: 300 }, () => node.run('ok 20', { tenantId: 'busy' }));
  await node.clock.advance(200);
  const quiet = node.run('ok 20', { tenantId: 'quiet' });
  await node.clock.advance(250);
  expect(quiet.outcome?.word).toBe('SUCCEEDED');
  expect(busy.some((run) => run.outcome === undefined)).toBe(true);
});

test('HostedExecutor keeps a tenant to its number of hosts', async () => {
  const node = await Node.ready({ hostsMax: 4, hostsPerTenantMax: 2 });
  for (let count = 0; count < 20; count++) node.run('ok 100', { tenantId: 'a' });
  const other = node.run('ok 1', { tenantId: 'b' });
  await node.clock.advance(60);
  expect(other.outcome?.word).toBe('SUCCEEDED');
  const hostsOfA = node.hosts.live.filter((host) => host.sources.includes('ok 100'));
  expect(hostsOfA).toHaveLength(2);
});

test('HostedExecutor gives a PROCESS run a new host and kills that after', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  node.run('ok 1');
  await node.clock.advance(30);
  const alone = node.run('ok 5', { isolation: 'PROCESS' });
  await node.clock.advance(1);
  const host = node.hosts.withRun('ok 5');
  expect(host.runsSent).toHaveLength(1);
  expect(host.runsSent[0]?.isolation).toBe('PROCESS');
  await node.clock.advance(50);
  expect(alone.outcome?.word).toBe('SUCCEEDED');
  expect(host.isDead).toBe(true);
});

test('HostedExecutor finds a host for a PROCESS run of a tenant that keeps all hosts busy', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  const others = Array.from({ length: 100 }, () => node.run('ok 20'));
  await node.clock.advance(50);
  const alone = node.run('ok 5', { isolation: 'PROCESS' });
  await node.clock.advance(300);
  expect(alone.outcome?.word).toBe('SUCCEEDED');
  await node.clock.advance(2000);
  expect(tally(others)).toEqual({ SUCCEEDED: 100 });
});

test('HostedExecutor refuses what is beyond its bounds, by reason', async () => {
  const node = await Node.ready({ hostsMax: 1, runsMax: 8, runsBytesMax: 1000 });
  const reasonOf = (begin: () => unknown): string => {
    try {
      begin();
      return 'STARTED';
    } catch (error) {
      return error instanceof NodeBusy ? error.reason : String(error);
    }
  };
  expect(reasonOf(() => node.run('loop', { inputJson: 'x'.repeat(2000) }))).toBe('BYTES_FULL');
  for (let count = 0; count < 6; count++) node.run('loop');
  expect(reasonOf(() => node.run('loop'))).toBe('TENANT_QUEUE_FULL');
  expect(reasonOf(() => node.run('loop', { tenantId: 'b' }))).toBe('STARTED');
  expect(reasonOf(() => node.run('loop', { tenantId: 'c' }))).toBe('STARTED');
  expect(reasonOf(() => node.run('loop', { tenantId: 'd' }))).toBe('QUEUE_FULL');
});

test('HostedExecutor cancels a run that waits, that executes and that is parked', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  const executing = node.run('loop');
  const behind = node.run('ok 1');
  const waiting = node.run('ok 1');
  await node.clock.advance(10);
  waiting.handle.cancel();
  expect(waiting.outcome).toBeUndefined();
  behind.handle.cancel();
  executing.handle.cancel();
  executing.handle.cancel();
  await node.clock.advance(5);
  expect(words([executing, behind, waiting])).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  const parked = node.run('park 1000');
  await node.clock.advance(5);
  parked.handle.cancel();
  await node.clock.advance(5);
  expect(parked.outcome).toMatchObject({ word: 'CANCELLED', error: { name: 'Cancelled' } });
  expect(node.hosts.hosts.some((host) => host.wasKilled)).toBe(false);
});

test('HostedExecutor kills the host of a run that does not obey, and moves its neighbours', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  const wedged = node.run('wedge');
  const neighbour = node.run('ok 5');
  await node.clock.advance(10);
  wedged.handle.cancel();
  await node.clock.advance(130);
  expect(wedged.outcome?.word).toBe('CANCELLED');
  expect(neighbour.outcome).toBeUndefined();
  await node.clock.advance(100);
  expect(neighbour.outcome).toMatchObject({ word: 'SUCCEEDED', usage: { attempts: 2 } });
});

test('HostedExecutor ends a run whose deadline passes, wherever it is', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  const executing = node.run('loop', { deadlineMs: 300 });
  const wedged = node.run('wedge', { deadlineMs: 600 });
  const waiting = node.run('ok 1', { deadlineMs: 200 });
  await node.clock.advance(2000);
  expect(words([executing, wedged, waiting])).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  expect(executing.outcome?.error?.name).toBe('DeadlineExceeded');
  const lateMs = [executing, wedged, waiting].map((run, index) => {
    return run.endedAtMs - 1_000_100 - [300, 600, 200][index]!;
  });
  expect(lateMs[0]).toBeLessThanOrEqual(30);
  expect(lateMs[1]).toBeLessThanOrEqual(160);
  expect(lateMs[2]).toBeLessThanOrEqual(30);
});

test('HostedExecutor answers for a run over its limits at once when the host does not', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  const cpu = node.run('wedge', { limits: { cpuUsMax: 300_000 } });
  await node.clock.advance(500);
  expect(cpu.outcome).toMatchObject({ word: 'CPU_EXCEEDED', error: { name: 'CpuExceeded' } });
  expect(cpu.endedAtMs - 1_000_100).toBeLessThanOrEqual(300 + 150 + 50);
  expect(cpu.outcome?.usage.cpuUs).toBeGreaterThan(300_000);
  const wall = node.run('wedge', { limits: { wallUsMax: 300_000 } });
  await node.clock.advance(500);
  expect(wall.outcome?.word).toBe('WALL_EXCEEDED');
  expect(node.executor.load().hostsLive).toBeGreaterThanOrEqual(1);
});

test('HostedExecutor ends a SLICE run soon after its limit, and its neighbours begin again', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  await node.prove('warm 10');
  node.hosts.slicesHang = true;
  const limits = { cpuUsMax: 100_000 };
  const runs = Array.from({ length: 5 }, () => {
    return node.run('warm 10', { isolation: 'POOLED', limits });
  });
  const beganAtMs = node.clock.nowMs();
  await node.clock.advance(190);
  expect(runs[0]!.endedAtMs - beganAtMs).toBeLessThanOrEqual(100 + 50 + 25);
  await node.clock.advance(300);
  expect(tally(runs)).toEqual({ CPU_EXCEEDED: 1, SUCCEEDED: 4 });
});

test('HostedExecutor answers for a cancelled run that a long slice keeps from being ended', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  await node.prove('warm 10');
  node.hosts.slicesHang = true;
  const [long, behind] = [
    node.run('warm 10', { isolation: 'POOLED' }),
    node.run('warm 10', { isolation: 'POOLED' }),
  ];
  await node.clock.advance(50);
  behind.handle.cancel();
  await node.clock.advance(130);
  expect(words([long, behind])).toEqual([undefined, 'CANCELLED']);
  expect(node.hosts.live[0]?.wasKilled).toBe(false);
});

test('HostedExecutor obeys a host that says its guest is wedged', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  const run = node.run('wedge');
  await node.clock.advance(10);
  const host = node.hosts.withRun('wedge');
  host.say({ name: 'wedged', runId: host.runsSent[0]!.runId, word: 'CPU_EXCEEDED' });
  expect(run.outcome?.word).toBe('CPU_EXCEEDED');
  expect(host.wasKilled).toBe(true);
});

test('HostedExecutor calls a death by memory MEMORY_EXCEEDED and moves the innocent', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  const eater = node.run('eat');
  const neighbour = node.run('ok 1');
  await node.clock.advance(300);
  expect(words([eater, neighbour])).toEqual(['MEMORY_EXCEEDED', 'SUCCEEDED']);
  expect(eater.outcome?.usage.attempts).toBe(1);
});

test('HostedExecutor tries the suspect of an unexplained death once more, alone', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  const crasher = node.run('crash');
  const neighbour = node.run('ok 1');
  await node.clock.advance(500);
  expect(crasher.outcome).toMatchObject({ word: 'CRASHED', usage: { attempts: 2 } });
  expect(neighbour.outcome?.word).toBe('SUCCEEDED');
  expect(node.judged).toContain('RERUN_ALONE');
  const isolations = node.hosts.hosts.flatMap((host) =>
    host.runsSent.map((frame) => frame.isolation),
  );
  expect(isolations).toContain('PROCESS');
});

test('HostedExecutor runs code that crashed in a process of its own from then on', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  node.run('crash');
  await node.clock.advance(500);
  const again = node.run('crash');
  await node.clock.advance(5);
  const host = node.hosts.hosts.at(-1);
  await node.clock.advance(500);
  expect(again.outcome?.word).toBe('CRASHED');
  expect(host?.runsSent.every((frame) => frame.isolation === 'PROCESS')).toBe(true);
});

test('HostedExecutor answers rightly when a host is killed amid 200 runs', async () => {
  const node = await Node.ready({ hostsMax: 4, hostsSparesMin: 1 });
  const runs = Array.from({ length: 200 }, (_, index) =>
    node.run(index % 2 ? 'ok 5' : 'park 200', { inputJson: String(index) }),
  );
  await node.clock.advance(60);
  const victim = node.hosts.live.find((host) => host.sources.length > 0);
  victim?.die({ signal: 'SIGKILL' });
  await node.clock.advance(5000);
  expect(tally(runs)).toEqual({ SUCCEEDED: 200 });
  expect(runs.map((run) => run.outcome?.resultJson)).toEqual(runs.map((_, index) => `${index}`));
  expect(runs.every((run) => run.answers === 1)).toBe(true);
});

test('HostedExecutor replaces a lost host from its spares at once', async () => {
  const node = await Node.ready({ hostsMax: 3 });
  node.run('loop');
  await node.clock.advance(30);
  node.hosts.withRun('loop').die();
  const next = node.run('ok 1', { tenantId: 'b' });
  await node.clock.advance(50);
  expect(next.outcome?.word).toBe('SUCCEEDED');
  expect(node.executor.load().hostsLive).toBeGreaterThanOrEqual(2);
});

test('HostedExecutor kills a host that lies, and lets blame decide for its runs', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  const liar = node.run('lie');
  await node.clock.advance(500);
  expect(liar.outcome?.word).toBe('CRASHED');
  expect(node.lost[0]).toMatch(/it cannot be true that it says ended of run/);
});

test('HostedExecutor kills a host that burns processor time and says nothing', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  const mute = node.run('mute');
  await node.clock.advance(1200);
  expect(node.judged).toEqual(['RERUN_ALONE']);
  await node.clock.advance(1500);
  expect(mute.outcome?.word).toBe('CRASHED');
  expect(node.lost[0]).toMatch(/silent for/);
});

test('HostedExecutor gives up on a run whose hosts are lost again and again', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  const unlucky = node.run('park 10000');
  for (let count = 0; count < 6; count++) {
    await node.clock.advance(500);
    node.hosts.live[0]?.die({ signal: 'SIGKILL' });
  }
  expect(unlucky.outcome).toBeDefined();
  expect(['NODE_LOST', 'CRASHED']).toContain(unlucky.outcome?.word);
});

test('HostedExecutor does not spin when hosts cannot be started, and says so', async () => {
  const node = new Node({ hostsMax: 2 });
  node.hosts.neverReady = true;
  const waiting = node.run('ok 1', { deadlineMs: 60_000 });
  await node.clock.advance(10_000);
  expect(node.hosts.hosts.length).toBeLessThan(12);
  expect(node.notStarted.length).toBeGreaterThan(3);
  node.hosts.neverReady = false;
  await node.clock.advance(15_000);
  expect(waiting.outcome?.word).toBe('SUCCEEDED');
});

test('HostedExecutor raises a host ceiling with its runs and lowers it after', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  const megabyte = 2 ** 20;
  node.run('loop', { limits: { memoryBytesMax: 128 * megabyte } });
  node.run('ok 1', { limits: { memoryBytesMax: 64 * megabyte } });
  const [host] = node.hosts.live;
  expect(host?.ceilings).toEqual([(256 + 128) * megabyte, (256 + 192) * megabyte]);
});

test('HostedExecutor replaces a host that stays bloated', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  node.run('ok 5');
  await node.clock.advance(1);
  const host = node.hosts.withRun('ok 5');
  host.bytesResident = 500 * 2 ** 20;
  await node.clock.advance(20);
  expect(host.wasKilled).toBe(true);
});

test('HostedExecutor drains: takes nothing new, finishes what it has, ends its hosts', async () => {
  const node = await Node.ready({ hostsMax: 2 });
  const runs = [node.run('ok 50'), node.run('park 80'), node.run('ok 10')];
  let isDrained = false;
  void node.executor.drain().then(() => {
    isDrained = true;
  });
  expect(() => node.run('ok 1')).toThrow(NodeBusy);
  await node.clock.advance(60);
  expect(isDrained).toBe(false);
  await node.clock.advance(200);
  expect(isDrained).toBe(true);
  expect(tally(runs)).toEqual({ SUCCEEDED: 3 });
  expect(node.hosts.live).toEqual([]);
  expect(node.clock.timersPending).toBe(0);
});

test('HostedExecutor closes at once: begun runs are lost, the others rejected', async () => {
  const node = await Node.ready({ hostsMax: 1 });
  const runs = [node.run('loop'), node.run('ok 1'), node.run('ok 1')];
  await node.clock.advance(5);
  const closed = node.executor.close();
  expect(words(runs)).toEqual(['NODE_LOST', 'NODE_LOST', 'REJECTED']);
  await node.clock.advance(50);
  await closed;
  expect(node.hosts.live).toEqual([]);
});

test('HostedExecutor leaves no timer behind when it has nothing to do', async () => {
  const node = await Node.ready();
  const before = node.clock.timersPending;
  node.run('ok 5');
  await node.clock.advance(200);
  expect(node.clock.timersPending).toBe(before);
});
