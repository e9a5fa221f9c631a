import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { Notification } from '../../coordinator/health/alerts/notification.ts';
import { readAlertsConfig } from '../../coordinator/health/alerts-config.ts';
import { HealthMonitor } from '../../coordinator/health/health-monitor.ts';
import { newId, systemRandom } from '../../shared/random/system-random.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { Arrivals } from '../support/arrivals.ts';
import { LiveCoordinator } from '../support/live-coordinator.ts';

const clock = systemClock();
/** Alerts at the next look, and told at once. */
const alerts = readAlertsConfig(
  JSON.stringify({
    groupWaitMs: 0,
    groupIntervalMs: 0,
    rules: { CheckFailing: { forMs: 0 }, NodeLost: { forMs: 0 } },
  }),
);

function monitor(): HealthMonitor {
  const parts = { clock, random: systemRandom(), newId, alerting: alerts.alerting };
  const made = new HealthMonitor(parts);
  onTestFinished(() => made.stop());
  return made;
}

/** Something that a coordinator might depend on: a server of TCP, that can go and come back. */
class Dependency {
  #server: Server | undefined;
  #port = 0;

  async up(): Promise<void> {
    const server = createServer((socket) => socket.end());
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  /** Connects to it. */
  async check(signal: AbortSignal): Promise<void> {
    const socket = connect({ port: this.#port, host: '127.0.0.1', signal });
    try {
      await once(socket, 'connect');
    } finally {
      socket.destroy();
    }
  }
}

/** States of a check as they come. */
function statesOf(watched: HealthMonitor, name: string): Arrivals<string> {
  const states = new Arrivals<string>();
  let last = watched.stateOf(name);
  watched.subscribe(() => {
    const state = watched.stateOf(name);
    if (state !== last) states.add(state);
    last = state;
  });
  return states;
}

const often = { intervalMs: 100, timeoutMs: 1_000, failureThreshold: 2 } as const;

async function dependency(): Promise<Dependency> {
  const made = new Dependency();
  await made.up();
  onTestFinished(() => made.down());
  return made;
}

describe('HealthMonitor', () => {
  test('Initialization', async () => {
    const empty = monitor();
    expect(empty).toMatchObject({ checks: [], isLive: true, isReady: true, state: 'HEALTHY' });
    // In a coordinator it is there without any configuration.
    const coordinator = await LiveCoordinator.start();
    const client = new IsopodClient(coordinator.address);
    onTestFinished(() => client.close());
    const health = await client.health();
    expect(health).toMatchObject({ isLive: true, isReady: true, nodes: [] });
    expect(health.checks.map(({ name }) => name)).toEqual(['event-loop', 'nodes']);
    expect((await client.alerts.list()).silences).toEqual([]);
  });

  test('Health Check Registration', async () => {
    const made = monitor();
    const server = await dependency();
    const check = {
      name: 'server',
      kind: 'DEPENDENCY',
      run: (signal: AbortSignal) => server.check(signal),
      ...often,
    } as const;
    made.register(check);
    expect(() => made.register(check)).toThrow('there is one of that name');
    expect(() => made.register({ ...check, name: 'b', dependsOn: ['nothing'] })).toThrow('unknown');
    expect(made.stateOf('server')).toBe('UNKNOWN');
    const states = statesOf(made, 'server');
    made.start();
    expect(await states.next()).toBe('HEALTHY');
    // One that comes while the monitor runs is run at once.
    made.register({ name: 'late', kind: 'READINESS', run: () => {} });
    expect(made.stateOf('late')).toBe('HEALTHY');
    expect(made.unregister('late')).toBe(true);
    expect(made.unregister('late')).toBe(false);
    expect(made.checks.map(({ name }) => name)).toEqual(['server']);
  });

  test('Status Monitoring', async () => {
    const made = monitor();
    const server = await dependency();
    const run = (signal: AbortSignal): Promise<void> => server.check(signal);
    made.register({ name: 'server', kind: 'DEPENDENCY', run, isCritical: true, ...often });
    made.register({ name: 'uses-it', kind: 'READINESS', run, dependsOn: ['server'], ...often });
    // It hangs, and holds up nobody.
    made.register({ name: 'stuck', kind: 'READINESS', run: () => new Promise(() => {}), ...often });
    const states = statesOf(made, 'server');
    made.start();
    expect(await states.next()).toBe('HEALTHY');
    expect(made.isReady).toBe(true);
    await server.down();
    expect(await states.next()).toBe('UNHEALTHY');
    // Nothing that a restart of the process would mend.
    expect(made).toMatchObject({ isLive: true, isReady: false, state: 'UNHEALTHY' });
    expect(made.checks.find(({ name }) => name === 'server')?.failure).toContain('ECONNREFUSED');
    await expect
      .poll(() => made.checks.find(({ name }) => name === 'uses-it')?.cause)
      .toBe('server');
    await server.up();
    expect(await states.next()).toBe('HEALTHY');
    expect(made.isReady).toBe(true);
  });

  test('Alert Handling', async () => {
    const made = monitor();
    const server = await dependency();
    const run = (signal: AbortSignal): Promise<void> => server.check(signal);
    made.register({ name: 'server', kind: 'DEPENDENCY', run, ...often });
    // It fails later than what it depends on.
    const patient = { ...often, failureThreshold: 5 };
    made.register({ name: 'uses-it', kind: 'READINESS', run, dependsOn: ['server'], ...patient });
    const told = new Arrivals<Notification>();
    made.alerting.addSink({ notify: (notification) => told.add(notification) });
    const states = statesOf(made, 'server');
    made.start();
    expect(await states.next()).toBe('HEALTHY');
    await server.down();
    const firing = await told.next();
    // What depends on it does not speak.
    expect(firing.alerts).toMatchObject([
      { name: 'CheckFailing', state: 'FIRING', labels: { check: 'server' } },
    ]);
    await server.up();
    expect((await told.next()).alerts).toMatchObject([{ state: 'RESOLVED' }]);
  });

  test('Performance Monitoring', async () => {
    const made = monitor();
    const server = await dependency();
    let runs = 0;
    const done = Promise.withResolvers<void>();
    made.register({
      name: 'server',
      kind: 'DEPENDENCY',
      ...often,
      run: async (signal) => {
        await server.check(signal);
        if (++runs === 6) done.resolve();
      },
    });
    made.start();
    await done.promise;
    const [check] = made.checks;
    expect(check?.results.length).toBeGreaterThanOrEqual(5);
    const { lastMs = 0, meanMs = 0, p95Ms = 0, maxMs = 0 } = check?.latency ?? {};
    expect(meanMs).toBeGreaterThan(0);
    expect(maxMs).toBeGreaterThanOrEqual(Math.max(lastMs, meanMs, p95Ms));
    expect(check?.results.every(({ startedAtEpochMs }) => startedAtEpochMs > 0)).toBe(true);
  });
});
