/**
 * Who cancels, hangs up or runs out of time gets the processor back: within 100 ms nothing of the
 * run burns any more, and what else the tenant has on that node goes on unharmed.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { hostsCpuMsOver } from '../support/host-processes-cpu.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';
import { waitUntil } from '../support/wait-until.ts';

let cluster: OneMachineCluster;
let client: IsopodClient;
const clock = systemClock();

beforeAll(async () => {
  cluster = await OneMachineCluster.start({ nodeAgentArgs: ['--hosts-max', '2'] });
  client = cluster.client();
  // One is leased, the other started: from then on hosts have no work but what they are given.
  await client.execute({ source: '1' });
  await waitUntil(areHostsQuiet, 10_000, clock);
});

afterAll(() => cluster?.stop());

const endlessLoop = { source: 'console.log("begun"); for (;;);' };
/** Waits for a timer beside the loop, on a host of the same tenant. */
const sleeper = { source: 'new Promise((resolve) => setTimeout(resolve, 1500, "rested"))' };

test('Cancelling an execution stops its CPU and leaves the tenant’s other runs alone', async () => {
  const stream = client.openStream();
  const other = stream.execute(sleeper);
  const cancel = new AbortController();
  const onLog = () => cancel.abort();
  const outcome = await stream.execute(endlessLoop, { signal: cancel.signal, onLog });
  expect(outcome.word).toBe('CANCELLED');
  await expectSilence();
  expect((await other).word).toBe('SUCCEEDED');
  stream.cancel();
});

test('A client that hangs up stops its executions', async () => {
  const stream = client.openStream();
  const begun = Promise.withResolvers<void>();
  const run = stream.execute(endlessLoop, { onLog: () => begun.resolve() });
  await begun.promise;
  stream.cancel();
  await expect(run).rejects.toMatchObject({ name: 'IsopodError' });
  await expectSilence();
});

test('A deadline answers in time and stops the CPU', async () => {
  const beganMs = clock.nowMs();
  const run = client.execute(endlessLoop, { timeLimitMs: 300 });
  await expect(run).rejects.toMatchObject({ reason: 'DEADLINE_EXCEEDED' });
  expect(clock.nowMs() - beganMs).toBeGreaterThanOrEqual(295);
  await expectSilence();
});

async function areHostsQuiet(): Promise<boolean> {
  return (await hostsCpuMsOver(300, clock)) <= 20;
}

/**
 * The hosts have 100 ms to stop. A loop would then burn all of the next half second; what hosts
 * do beside guest code, such as making contexts ready, is far less.
 */
async function expectSilence(): Promise<void> {
  await hostsCpuMsOver(100, clock);
  expect(await hostsCpuMsOver(500, clock)).toBeLessThan(250);
}
