import { expect, test } from 'vitest';
import { readAlertsConfig } from '../../../../coordinator/health/alerts-config.ts';
import type { HealthCheck } from '../../../../coordinator/health/checks/health-check.ts';
import { HealthMonitor } from '../../../../coordinator/health/health-monitor.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

/** A monitor with a check that fails whenever `broken` has its name. */
function scenario() {
  const clock = new VirtualClock();
  const broken = new Set<string>();
  const told: string[] = [];
  const monitor = new HealthMonitor({
    clock,
    random: seededRandom(1),
    newId: () => 'id',
    alerting: readAlertsConfig().alerting,
  });
  monitor.alerting.addSink({
    notify: ({ alerts }) => {
      for (const { labels, state } of alerts) told.push(`${labels['check']} ${state}`);
    },
  });
  const add = (name: string, given: Partial<HealthCheck> = {}): void =>
    monitor.register({
      name,
      kind: 'DEPENDENCY',
      run: () => {
        if (broken.has(name)) throw new Error(`${name} is broken`);
      },
      ...given,
    });
  return { clock, broken, told, monitor, add };
}

test('HealthMonitor is ready when all that is critical is healthy, and degraded by what is not', async () => {
  const { clock, broken, monitor, add } = scenario();
  add('postgres', { isCritical: true });
  add('redis');
  // What is critical and not known is not relied on.
  expect(monitor.isReady).toBe(false);
  monitor.start();
  expect(monitor).toMatchObject({ isReady: true, state: 'HEALTHY' });
  broken.add('redis');
  await clock.advance(20_000);
  expect(monitor).toMatchObject({ isReady: true, state: 'DEGRADED' });
  broken.add('postgres');
  await clock.advance(20_000);
  expect(monitor).toMatchObject({ isReady: false, isLive: true, state: 'UNHEALTHY' });
});

test('HealthMonitor never calls a process dead for what it depends on', async () => {
  const { clock, broken, monitor, add } = scenario();
  add('loop', { kind: 'LIVENESS' });
  add('postgres', { isCritical: true });
  add('nodes', { kind: 'READINESS', isCritical: true, dependsOn: ['postgres'] });
  monitor.start();
  for (const name of ['postgres', 'nodes']) broken.add(name);
  await clock.advance(60_000);
  expect(monitor).toMatchObject({ isLive: true, isReady: false });
  broken.add('loop');
  await clock.advance(60_000);
  expect(monitor.isLive).toBe(false);
});

test('HealthMonitor runs others on time while one hangs', async () => {
  const { clock, monitor, add } = scenario();
  let runs = 0;
  add('stuck', { run: () => new Promise(() => {}), intervalMs: 1_000 });
  add('other', { run: () => void runs++, intervalMs: 1_000, jitterRatio: 0 });
  monitor.start();
  await clock.advance(60_000);
  expect(runs).toBe(61);
  expect(monitor.stateOf('stuck')).toBe('UNHEALTHY');
});

test('HealthMonitor tells of a failing check once, and not of those that depend on it', async () => {
  const { clock, broken, told, monitor, add } = scenario();
  add('postgres');
  add('jobs', { dependsOn: ['postgres'] });
  add('workers', { dependsOn: ['jobs'] });
  monitor.start();
  for (const name of ['postgres', 'jobs', 'workers']) broken.add(name);
  await clock.advance(200_000);
  expect(told).toEqual(['postgres FIRING']);
  expect(monitor.checks.map(({ name, cause }) => [name, cause])).toEqual([
    ['jobs', 'postgres'],
    ['postgres', ''],
    ['workers', 'jobs'],
  ]);
  broken.clear();
  await clock.advance(200_000);
  expect(told).toEqual(['postgres FIRING', 'postgres RESOLVED']);
});

test('HealthMonitor says when something has changed, and nothing when it has not', async () => {
  const { clock, broken, monitor, add } = scenario();
  let changes = 0;
  const stop = monitor.subscribe(() => void changes++);
  add('redis');
  monitor.start();
  await clock.advance(60_000);
  expect(changes).toBe(1);
  broken.add('redis');
  await clock.advance(60_000);
  expect(changes).toBe(2);
  stop();
  broken.clear();
  await clock.advance(60_000);
  expect(changes).toBe(2);
});

test('HealthMonitor that is stopped leaves no timer, and what is known', () => {
  const { clock, monitor, add } = scenario();
  add('redis');
  monitor.start();
  monitor.stop();
  expect(clock.timersPending).toBe(0);
  expect(monitor.stateOf('redis')).toBe('HEALTHY');
});
