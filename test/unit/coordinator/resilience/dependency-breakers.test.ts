import { expect, test, vi } from 'vitest';
import { DependencyBreakers } from '../../../../coordinator/resilience/dependency-breakers.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

test('DependencyBreakers has one breaker a server, however often it is asked for', async () => {
  const clock = new VirtualClock();
  const dependencies = new DependencyBreakers({ clock, random: seededRandom(1), observer: {} });
  const dead = (): Promise<never> => Promise.reject(new Error('ECONNREFUSED'));
  for (let call = 0; call < 10; call++)
    await expect(dependencies.guarded('redis')(dead)).rejects.toThrow('ECONNREFUSED');
  await expect(dependencies.guarded('redis')(dead)).rejects.toMatchObject({
    reason: 'CIRCUIT_OPEN',
  });
  await expect(dependencies.guarded('postgres')(dead)).rejects.toThrow('ECONNREFUSED');
  expect([...dependencies.breakers]).toMatchObject([
    { name: 'redis', state: 'OPEN' },
    { name: 'postgres', state: 'CLOSED' },
  ]);
});

test('DependencyBreakers lets a server that is back be used within 10 s, however long it was gone', async () => {
  const clock = new VirtualClock();
  const dependencies = new DependencyBreakers({ clock, random: seededRandom(2), observer: {} });
  const guarded = dependencies.guarded('redis');
  let isBack = false;
  const call = vi.fn(() => (isBack ? Promise.resolve(1) : Promise.reject(new Error('gone'))));
  const ask = async (): Promise<void> => {
    await guarded(call).catch(() => {});
    await clock.advance(10);
  };
  while (clock.nowMs() < 300_000) await ask();
  isBack = true;
  while (clock.nowMs() < 310_000) await ask();
  expect(dependencies.breaker('redis').isWhole).toBe(true);
});
