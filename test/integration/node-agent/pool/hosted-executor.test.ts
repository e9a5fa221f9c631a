import { afterEach, expect, test } from 'vitest';
import type { HostProcess } from '../../../../node-agent/pool/host-process.ts';
import type { Outcome } from '../../../../shared/execution/outcome.ts';
import { HostedPrograms } from '../../../support/hosted-programs.ts';
import { waitUntil } from '../../../support/wait-until.ts';

let open: HostedPrograms | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function openNode(options?: Parameters<typeof HostedPrograms.open>[0]) {
  open = await HostedPrograms.open(options);
  return open;
}

function tally(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { word } of outcomes) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

test('HostedExecutor runs a program in a locked host process', async () => {
  const node = await openNode();
  const run = node.start(
    `console.log('seen'); export default (input) => ({ sum: input.a + input.b });`,
    { input: { a: 1, b: 2 } },
  );
  const outcome = await run.outcome;
  expect(outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '{"sum":3}' });
  expect(outcome.usage).toMatchObject({ attempts: 1, isWarm: false });
  expect(run.logs).toMatchObject([{ level: 'LOG', text: 'seen', attempt: 1 }]);
});

test('HostedExecutor pipelines proven code and every answer is its own', async () => {
  const node = await openNode({ hostsMax: 2 });
  const source = 'export default (input) => input.n * 2;';
  for (let n = 0; n < 30; n++) await node.run(source, { input: { n }, isolation: 'POOLED' });
  const outcomes = await Promise.all(
    Array.from({ length: 600 }, (_, n) => node.run(source, { input: { n }, isolation: 'POOLED' })),
  );
  expect(outcomes.map((outcome) => outcome.resultJson)).toEqual(
    outcomes.map((_, n) => String(n * 2)),
  );
});

test('HostedExecutor answers every one of 200 callers when a host is killed amid them', async () => {
  const node = await openNode({ hostsMax: 3, hostsSparesMin: 3 });
  const sleep = `export default async (input) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return input.n;
  };`;
  const compute = `export default (input) => {
    let sum = 0;
    for (let i = 0; i < 2e6; i++) sum += i % 7;
    return sum < 0 ? -1 : input.n;
  };`;
  await node.run(sleep, { input: { n: 0 } });
  const runs = Array.from({ length: 200 }, (_, n) =>
    node.run(n % 2 === 0 ? sleep : compute, { input: { n } }),
  );
  await Promise.race(runs);
  const isExecuting = (host: HostProcess): boolean => (host.announcement()?.runId ?? 0) > 0;
  expect(await waitUntil(() => [...node.hosts.keys()].some(isExecuting), 5000, node.clock)).toBe(
    true,
  );
  const victim = [...node.hosts.keys()].find(isExecuting) ?? [...node.hosts.keys()][0];
  if (!victim?.pid) throw new Error('there is no host to kill');
  process.kill(victim.pid, 'SIGKILL');
  expect(await waitUntil(() => !node.hosts.has(victim), 5000, node.clock)).toBe(true);
  const isBackToSize = (): boolean => {
    const { hostsBusy, hostsSpare } = node.executor.load();
    return hostsBusy + hostsSpare === 3;
  };
  expect(await waitUntil(isBackToSize, 20_000, node.clock)).toBe(true);
  const outcomes = await Promise.all(runs);
  expect(tally(outcomes)).toEqual({ SUCCEEDED: 200 });
  expect(outcomes.map((outcome) => Number(outcome.resultJson))).toEqual(outcomes.map((_, n) => n));
});

test('HostedExecutor never shows one tenant what another left in a host', async () => {
  const node = await openNode({ hostsMax: 2 });
  const pollute = `
    const seen = [globalThis.owner, Object.prototype.owner, [].owner].filter(Boolean);
    globalThis.owner = Object.prototype.owner = Array.prototype.owner = input.tenant;
    seen.filter((owner) => owner !== input.tenant);`;
  const runs: Promise<Outcome>[] = [];
  for (let count = 0; count < 120; count++) {
    const tenantId = `tenant-${count % 4}`;
    runs.push(node.run(pollute, { tenantId, input: { tenant: tenantId } }));
    if (count % 3 === 0) await runs.at(-1);
    for (const inputs of node.hosts.values()) {
      const tenants = new Set(inputs.map((input) => (input as { tenant: string }).tenant));
      expect(tenants.size).toBeLessThan(2);
    }
  }
  const outcomes = await Promise.all(runs);
  expect(tally(outcomes)).toEqual({ SUCCEEDED: 120 });
  expect(new Set(outcomes.map((outcome) => outcome.resultJson))).toEqual(new Set(['[]']));
});

test('HostedExecutor answers for 50 programs that eat memory, and lives on', async () => {
  const node = await openNode({ hostsMax: 3 });
  const eaters = [
    'const a = []; while (true) a.push(new Array(1000).fill(1.1));',
    'const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });',
  ];
  const limits = { memoryBytesMax: 32 * 2 ** 20 };
  const neighbour = `export default async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return 'fine';
  };`;
  const eating = Array.from({ length: 50 }, (_, count) =>
    node.run(eaters[count % 2] ?? '', { tenantId: `eater-${count % 5}`, limits }),
  );
  const neighbours = Array.from({ length: 20 }, () => node.run(neighbour, { tenantId: 'good' }));
  expect(tally(await Promise.all(neighbours))).toEqual({ SUCCEEDED: 20 });
  expect(tally(await Promise.all(eating))).toEqual({ MEMORY_EXCEEDED: 50 });
  expect((await node.run('1 + 1', { tenantId: 'good' })).resultJson).toBe('2');
}, 120_000);

test('HostedExecutor stops an endless loop by cancel and by deadline, its neighbour unharmed', async () => {
  const node = await openNode({ hostsMax: 2 });
  const neighbour = node.run(
    'new Promise((resolve) => setTimeout(() => resolve("unharmed"), 400));',
  );
  const looping = node.start('for (;;);');
  const late = node.start('for (;;);', { deadlineMs: 300 });
  await waitUntil(() => node.executor.load().runsWaiting === 0, 5000, node.clock);
  const askedAtMs = node.clock.nowMs();
  looping.handle.cancel();
  expect(await looping.outcome).toMatchObject({ word: 'CANCELLED' });
  expect(node.clock.nowMs() - askedAtMs).toBeLessThan(1000);
  expect(await late.outcome).toMatchObject({
    word: 'CANCELLED',
    error: { name: 'DeadlineExceeded' },
  });
  expect(await neighbour).toMatchObject({ word: 'SUCCEEDED', resultJson: '"unharmed"' });
});

test('HostedExecutor finds by trial which code kills its process, and keeps that apart', async () => {
  const node = await openNode({ hostsMax: 3 });
  const crash = '"a".repeat(2 ** 28).split("")';
  // With less it would be killed for its memory before V8 gives up.
  const limits = { memoryBytesMax: 2 ** 30 };
  const outcome = await node.run(crash, { limits });
  expect(outcome.word).toBe('CRASHED');
  expect(outcome.usage.attempts).toBe(2);
  expect(node.judged).toEqual(['RERUN_ALONE', 'ANSWER']);
  const again = await node.run(crash, { limits });
  expect(again.word).toBe('CRASHED');
  expect((await node.run('"still here"')).resultJson).toBe('"still here"');
}, 60_000);

test('HostedExecutor keeps code that costs its hosts from the warm isolates of its tenant', async () => {
  const node = await openNode({ hostsMax: 3, hostsPerTenantMax: 2 });
  const count = async (): Promise<number> => {
    const source = 'let calls = 0; export default () => ++calls';
    const { word, resultJson } = await node.run(source, { isolation: 'POOLED' });
    expect(word).toBe('SUCCEEDED');
    return Number(resultJson);
  };
  // One builtin that does not look whether it is to stop.
  const wedge = 'new Array(2 ** 32 - 1).indexOf(1)';
  const limits = { cpuUsMax: 100_000, wallUsMax: 300_000 };
  const words: string[] = [];
  const wedgeOnce = async (): Promise<void> => {
    // First, so that there is company to be kept from, however slow the machine.
    const counted = count();
    const wedged = node.run(wedge, { limits });
    await counted;
    words.push((await wedged).word);
  };
  await wedgeOnce();
  await wedgeOnce();
  const before = await count();
  for (let run = 0; run < 3; run++) await wedgeOnce();
  expect(await count()).toBe(before + 4);
  for (const word of words) expect(['CPU_EXCEEDED', 'WALL_EXCEEDED']).toContain(word);
}, 60_000);
