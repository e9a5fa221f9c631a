import { expect, onTestFinished, test } from 'vitest';
import { runCommandLine } from '../../../client/cli/command-line.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { capturedTerminal } from '../../support/captured-terminal.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

function start(coordinator: LiveCoordinator, ...args: string[]) {
  const terminal = capturedTerminal({ isForPeople: false });
  const interruption = new AbortController();
  onTestFinished(() => interruption.abort());
  const given = { terminal, clock: systemClock(), interruption: interruption.signal };
  const status = runCommandLine([...args, '--server', coordinator.address], given);
  return { status, terminal, interrupt: () => interruption.abort() };
}

async function isopod(coordinator: LiveCoordinator, ...args: string[]) {
  const { status, terminal } = start(coordinator, ...args);
  return { status: await status, ...terminal.written };
}

test('isopod nodes cordons, uncordons, drains and removes', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent(() => ({}), { nodeId: 'a' });
  expect((await isopod(coordinator, 'nodes', 'cordon', 'a')).out).toMatch(/^a +cordoned /m);
  expect((await isopod(coordinator, 'nodes')).out).toMatch(/^a +cordoned /m);
  expect((await isopod(coordinator, 'nodes', 'uncordon', 'a')).out).toMatch(/^a +active /m);
  const drained = await isopod(coordinator, 'nodes', 'drain', 'a', '--json');
  expect(JSON.parse(drained.out)).toMatchObject({ node: { nodeId: 'a', isCordoned: true } });
  const removed = await isopod(coordinator, 'nodes', 'remove', 'a', '--grace-ms', '1000');
  expect(removed).toMatchObject({ status: 0, out: 'a is removed; 0 runs were lost.\n' });
  await agent.status;
  expect((await isopod(coordinator, 'nodes', 'uncordon', 'a')).out).toBe('a is not connected.\n');
  const unknown = await isopod(coordinator, 'nodes', 'drain', 'a', '--json');
  expect(unknown.status).toBe(9);
  expect(JSON.parse(unknown.out)).toMatchObject({ error: { reason: 'NODE_NOT_FOUND' } });
});

test('isopod nodes --watch prints a line of JSON whenever something has changed', async () => {
  const coordinator = await LiveCoordinator.start();
  await coordinator.agent(() => ({}), { nodeId: 'a' });
  const { status, terminal, interrupt } = start(coordinator, 'nodes', '--watch', '--json');
  const latest = (): unknown => {
    const lines = terminal.written.out.trim().split('\n');
    return JSON.parse(lines.at(-1) || '{}');
  };
  await expect.poll(latest).toMatchObject({ nodes: [{ nodeId: 'a', isCordoned: false }] });
  await isopod(coordinator, 'nodes', 'cordon', 'a');
  await expect.poll(latest).toMatchObject({ nodes: [{ nodeId: 'a', isCordoned: true }] });
  await coordinator.agent(() => ({}), { nodeId: 'b' });
  await expect.poll(latest).toMatchObject({ nodes: [{ nodeId: 'a' }, { nodeId: 'b' }] });
  interrupt();
  expect(await status).toBe(0);
});
