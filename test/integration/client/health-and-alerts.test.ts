import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { runCommandLine } from '../../../client/cli/command-line.ts';
import { IsopodClient } from '../../../client/sdk/isopod-client.ts';
import { readAlertsConfig } from '../../../coordinator/health/alerts-config.ts';
import type { HealthReport } from '../../../shared/health/health-report.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { Arrivals } from '../../support/arrivals.ts';
import { capturedTerminal } from '../../support/captured-terminal.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

/** A lost node is told of at the next look. */
const impatient = readAlertsConfig(
  JSON.stringify({ groupWaitMs: 0, groupIntervalMs: 0, rules: { NodeLost: { forMs: 0 } } }),
);

async function scenario(given: Parameters<typeof LiveCoordinator.start>[0] = {}) {
  const coordinator = await LiveCoordinator.start({ alerts: impatient, ...given });
  const client = new IsopodClient(coordinator.address);
  onTestFinished(() => client.close());
  const isopod = async (...args: string[]) => {
    const terminal = capturedTerminal({ isForPeople: false });
    const status = await runCommandLine([...args, '--server', coordinator.address], {
      terminal,
      clock: systemClock(),
      interruption: new AbortController().signal,
    });
    return { status, ...terminal.written };
  };
  return { coordinator, client, isopod };
}

/** What a webhook is told. */
async function webhook(): Promise<{ url: string; told: Arrivals<{ status: string }> }> {
  const told = new Arrivals<{ status: string }>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      told.add(JSON.parse(body) as { status: string });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, told };
}

test('isopod health shows checks with their latency, and nodes with their φ', async () => {
  const { coordinator, isopod } = await scenario();
  await coordinator.agent(undefined, { nodeId: 'n1' });
  const { status, out } = await isopod('health', '--json');
  expect(status).toBe(0);
  const health: HealthReport = JSON.parse(out);
  expect(health).toMatchObject({ state: 'HEALTHY', isLive: true, isReady: true });
  expect(health.checks.map(({ name, kind, state }) => `${name} ${kind} ${state}`)).toEqual([
    'event-loop LIVENESS HEALTHY',
    'nodes READINESS HEALTHY',
  ]);
  expect(health.checks[1]?.results.length).toBeGreaterThan(0);
  expect(health.nodes).toMatchObject([{ nodeId: 'n1', isSuspected: false }]);
  expect(health.nodes[0]?.phi).toBeLessThan(8);
  const { out: text } = await isopod('health');
  expect(text).toContain('healthy: live, ready');
  expect(text).toMatch(/n1 +trusted/);
});

test('isopod health says what is not well: there is no node', async () => {
  const { isopod } = await scenario();
  const { status, out } = await isopod('health');
  // It can serve: functions, tenants and agents that come.
  expect(status).toBe(0);
  expect(out).toContain('degraded: live, ready');
  expect(out).toMatch(/nodes +readiness +unhealthy .* No node takes runs/);
});

test('isopod health shows that Redis is gone, without which the coordinator serves', async () => {
  const { client } = await scenario({ redisUrl: 'redis://127.0.0.1:1' });
  const redis = async () => {
    const { checks, isReady } = await client.health();
    expect(isReady).toBe(true);
    return checks.find(({ name }) => name === 'redis');
  };
  await expect.poll(async () => (await redis())?.failure).toContain('does not answer');
  expect(await redis()).toMatchObject({ kind: 'DEPENDENCY', isCritical: false });
});

test('a node that is lost is told of once, to whoever watches and to a webhook, and once that it is back', async () => {
  const { url, told } = await webhook();
  const { coordinator, client } = await scenario({ alertWebhookUrl: url });
  const news = client.alerts.watch();
  const agent = await coordinator.agent(undefined, { nodeId: 'n1' });
  expect((await news.next()).value).toEqual({ notification: undefined, alerts: [] });
  agent.break();
  const lost = (await news.next()).value;
  expect(lost?.notification).toMatchObject({
    groupLabels: { alertname: 'NodeLost' },
    alerts: [{ state: 'FIRING', summary: 'Node n1 is not heard of', labels: { node: 'n1' } }],
  });
  expect(lost?.alerts.map(({ name }) => name)).toContain('NodeLost');
  expect(await told.next()).toMatchObject({
    version: '4',
    status: 'firing',
    commonLabels: { alertname: 'NodeLost', node: 'n1', severity: 'critical' },
  });
  await coordinator.agent(undefined, { nodeId: 'n1' });
  const back = (await news.next()).value;
  expect(back?.notification?.alerts).toMatchObject([{ state: 'RESOLVED' }]);
  expect(back?.alerts).toEqual([]);
  expect(await told.next()).toMatchObject({ status: 'resolved' });
  await news.return();
});

test('isopod alerts silences what is known, shows that, and ends it', async () => {
  const { coordinator, client, isopod } = await scenario();
  const made = await isopod('alerts', 'silence', 'alertname=NodeLost', '--for', '2h');
  expect(made).toMatchObject({ status: 0, err: '' });
  const id = made.out.trim();
  const agent = await coordinator.agent(undefined, { nodeId: 'n1' });
  const news = client.alerts.watch();
  await news.next();
  agent.break();
  const { out } = await isopod('alerts', 'list', '--json');
  expect(JSON.parse(out)).toMatchObject({
    silences: [{ id, labels: { alertname: 'NodeLost' }, comment: '' }],
  });
  await isopod('alerts', 'unsilence', id);
  const told = (await news.next()).value;
  expect(told?.notification?.alerts).toMatchObject([{ name: 'NodeLost', isSilenced: false }]);
  await news.return();
  expect((await isopod('alerts')).out).toMatch(/NodeLost +critical +firing/);
  expect(await isopod('alerts', 'unsilence', id)).toMatchObject({
    status: 9,
    err: expect.stringContaining('ALERT_SILENCE_NOT_FOUND'),
  });
});

test.each([
  [['alerts', 'silence', 'NodeLost'], 'it must be LABEL=VALUE'],
  [['alerts', 'silence', 'alertname=NodeLost', '--for', '90d'], '30d at most'],
])('isopod %j is typed wrongly', async (args, message) => {
  const { isopod } = await scenario();
  expect(await isopod(...args)).toMatchObject({
    status: 64,
    err: expect.stringContaining(message),
  });
});

test('a watch of alerts ends with the coordinator', async () => {
  const { coordinator, client } = await scenario();
  const news = client.alerts.watch();
  await news.next();
  const [ended] = await Promise.allSettled([news.next(), coordinator.stop()]);
  expect(ended).toMatchObject({ status: 'rejected', reason: { reason: 'SHUTTING_DOWN' } });
});
