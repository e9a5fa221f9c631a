import { expect, test } from 'vitest';
import { runCommandLine } from '../../../client/cli/command-line.ts';
import { policyNames } from '../../../shared/nodes/policy-choice.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { capturedTerminal } from '../../support/captured-terminal.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

async function isopod(coordinator: LiveCoordinator, ...args: string[]) {
  const terminal = capturedTerminal({ isForPeople: false });
  const interruption = new AbortController().signal;
  const given = { terminal, clock: systemClock(), interruption };
  const status = await runCommandLine([...args, '--server', coordinator.address], given);
  return { status, ...terminal.written };
}

test('isopod balancer shows the policy and changes it', async () => {
  const coordinator = await LiveCoordinator.start({ balancer: 'geographic:peak_ewma' });
  expect(await isopod(coordinator, 'balancer', 'get')).toMatchObject({
    status: 0,
    out: 'geographic:peak_ewma\n',
  });
  expect(await isopod(coordinator, 'balancer', 'set', 'rendezvous', '--json')).toMatchObject({
    status: 0,
    out: '{"balancer":{"policy":"rendezvous","ejectedNodeIds":[]}}\n',
  });
  expect((await isopod(coordinator, 'balancer', 'set', 'geographic')).out).toBe(
    'geographic:prequal\n',
  );
  const wrong = await isopod(coordinator, 'balancer', 'set', 'fastest');
  expect(wrong.status).toBe(64);
  expect(wrong.err).toContain('it must be one of round_robin, ');
});

test('the policy changes while runs come in, and every one of them succeeds', async () => {
  const coordinator = await LiveCoordinator.start();
  const capacity = { runsMax: 20, hostsMax: 4 };
  for (const nodeId of ['a', 'b', 'c'])
    await coordinator.agent(() => ({}), { nodeId, capacity, place: { region: 'r', zone: nodeId } });
  const over = new AbortController();
  const client = async (zone: string): Promise<number> => {
    let runs = 0;
    for (; !over.signal.aborted; runs++) {
      const call = coordinator.execute(
        { source: { text: '1' }, affinityKey: runs % 3 === 0 ? `key-${runs}` : '' },
        { metadata: { 'isopod-region': 'r', 'isopod-zone': zone } },
      );
      expect((await call.answer).outcome?.word).toBe('OUTCOME_WORD_SUCCEEDED');
    }
    return runs;
  };
  const clients = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'].map((zone) => client(zone));
  for (const policy of [...policyNames, ...policyNames.map((name) => `geographic:${name}`)])
    expect((await isopod(coordinator, 'balancer', 'set', policy)).status).toBe(0);
  over.abort();
  const runs = await Promise.all(clients);
  expect(Math.min(...runs)).toBeGreaterThan(0);
});

test('where a client is must be said as it can be read', async () => {
  const coordinator = await LiveCoordinator.start();
  const refusal = async (metadata: Record<string, string>): Promise<string> =>
    coordinator
      .execute({ source: { text: '1' } }, { metadata })
      .answer.then(String, (error: unknown) => String(error));
  expect(await refusal({ 'isopod-region': 'no such/name' })).toContain('isopod-region: must be');
  expect(await refusal({ 'isopod-coordinates': '91,0' })).toContain('isopod-coordinates: must be');
});
