import { expect, test } from 'vitest';
import { breakerConfig } from '../../../../coordinator/resilience/breaker-config.ts';
import { BreakerRegistry } from '../../../../coordinator/resilience/breaker-registry.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

function makeRegistry(breakersMax: number): BreakerRegistry {
  const parts = { clock: new VirtualClock(), random: seededRandom(1), observer: {} };
  return new BreakerRegistry({ kind: 'function', breakersMax, config: breakerConfig() }, parts);
}

const names = (registry: BreakerRegistry): string[] => [...registry].map(({ name }) => name);

test('BreakerRegistry has one breaker a target, named after it', () => {
  const registry = makeRegistry(10);
  const breaker = registry.of('acme', 'price');
  expect(registry.of('acme', 'price')).toBe(breaker);
  expect(registry.of('acme', 'tax')).not.toBe(breaker);
  expect(registry.of('other', 'price')).not.toBe(breaker);
  expect(breaker.name).toBe('function/acme/price');
});

test('BreakerRegistry forgets the target that was used longest ago', () => {
  const registry = makeRegistry(3);
  for (const key of ['a', 'b', 'c']) registry.of('t', key);
  registry.of('t', 'a');
  registry.of('t', 'd');
  expect(names(registry)).toEqual(['function/t/c', 'function/t/a', 'function/t/d']);
  expect(registry.count).toBe(3);
});

test('BreakerRegistry rather forgets a whole breaker than one that is open or forced', () => {
  const registry = makeRegistry(3);
  registry.of('t', 'forced').force('FORCED_OPEN');
  registry.of('t', 'tripped').trip();
  for (const key of ['a', 'b', 'c']) registry.of('t', key);
  expect(names(registry)).toEqual(['function/t/forced', 'function/t/tripped', 'function/t/c']);
});

test('BreakerRegistry stays bounded though all are open', () => {
  const registry = makeRegistry(3);
  for (let key = 0; key < 100; key++) registry.of('t', `${key}`).trip();
  expect(registry.count).toBe(3);
  expect(names(registry)).toHaveLength(3);
});

test('BreakerRegistry forgets what it is told to', () => {
  const registry = makeRegistry(3);
  for (const key of ['a', 'b', 'c']) registry.of('t', key);
  registry.delete('t', 'b');
  registry.delete('t', 'b');
  expect(names(registry)).toEqual(['function/t/a', 'function/t/c']);
});
