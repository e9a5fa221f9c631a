import { expect, test } from 'vitest';
import { runCommandLine } from '../../../client/cli/command-line.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { capturedTerminal } from '../../support/captured-terminal.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

async function scenario() {
  const coordinator = await LiveCoordinator.start();
  await coordinator.agent(() => ({ resultJson: '2' }));
  const isopod = async (...args: readonly string[]) => {
    const terminal = capturedTerminal({ isForPeople: false });
    const interruption = new AbortController().signal;
    const all = [...args, '--server', coordinator.address];
    const status = await runCommandLine(all, { terminal, clock: systemClock(), interruption });
    return { status, ...terminal.written };
  };
  const run = async () => {
    const execution = { source: { text: '1 + 1' }, determinism: {} };
    const { outcome } = await coordinator.execute(execution).answer;
    return outcome?.usage?.cacheUse;
  };
  return { isopod, run };
}

test('isopod cache stats shows hits and misses of each tier', async () => {
  const { isopod, run } = await scenario();
  expect([await run(), await run()]).toEqual(['CACHE_USE_MISS', 'CACHE_USE_L1']);
  const { status, out } = await isopod('cache', 'stats', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    caches: [
      {
        namespace: 'results',
        requests: 2,
        hits: 1,
        hitRatio: 0.5,
        factoryRuns: 1,
        tiers: [{ name: 'L1', hits: 1, misses: 1, fills: 1, entries: 1 }],
      },
    ],
  });
  expect((await isopod('cache', 'stats')).out).toContain('1 of 2 requests were hits (50.0 %)');
});

test('isopod cache invalidate forgets a cache, or what bears a tag', async () => {
  const { isopod, run } = await scenario();
  await run();
  await isopod('cache', 'invalidate', '--tag', 'tenant:another');
  expect(await run()).toBe('CACHE_USE_L1');
  expect((await isopod('cache', 'invalidate', '--tag', 'tenant:default')).status).toBe(0);
  expect(await run()).toBe('CACHE_USE_MISS');
  expect((await isopod('cache', 'invalidate', '--json')).out).toContain('"namespace":"results"');
  expect(await run()).toBe('CACHE_USE_MISS');
  expect((await isopod('cache', 'invalidate', 'unknown')).status).toBe(64);
  expect((await isopod('cache', 'invalidate', '--tag', 'a', '--entry', 'b')).status).toBe(64);
});
