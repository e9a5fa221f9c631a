import { expect, test } from 'vitest';
import {
  fairResolver,
  lookupsMax,
  lookupsPerTenantMax,
  systemResolver,
} from '../../../../node-agent/broker/host-resolver.ts';

/** Names are asked for in `asked`, and answered by hand. */
function byHand() {
  const asked: string[] = [];
  const open = new Map<string, PromiseWithResolvers<readonly string[]>>();
  const resolve = fairResolver((hostname) => {
    asked.push(hostname);
    const answer = Promise.withResolvers<readonly string[]>();
    open.set(hostname, answer);
    return answer.promise;
  });
  const settled = () => new Promise((done) => setImmediate(done));
  return { asked, open, resolve, settled };
}

test('fairResolver leaves a lookup to others, whatever one tenant asks for', async () => {
  const { asked, open, resolve, settled } = byHand();
  const greedy = ['g1', 'g2', 'g3', 'g4'].map((name) => resolve(name, 'greedy'));
  const modest = ['m1', 'm2'].map((name) => resolve(name, 'modest'));
  await settled();
  expect(asked).toEqual(['g1', 'g2', 'm1']);
  expect([lookupsMax, lookupsPerTenantMax]).toEqual([3, 2]);
  open.get('m1')?.resolve(['1.1.1.1']);
  expect(await modest[0]).toEqual(['1.1.1.1']);
  await settled();
  expect(asked).toEqual(['g1', 'g2', 'm1', 'm2']);
  open.get('g2')?.reject(new Error('no such name'));
  await expect(greedy[1]).rejects.toThrow('no such name');
  await settled();
  expect(asked.at(-1)).toBe('g3');
  for (const name of ['g1', 'g3', 'm2']) open.get(name)?.resolve([]);
  await settled();
  open.get('g4')?.resolve([]);
  expect(await Promise.all([greedy[0], greedy[2], greedy[3], modest[1]])).toEqual([[], [], [], []]);
});

test('systemResolver knows the names of this machine', async () => {
  const resolve = systemResolver();
  expect(await resolve('localhost', 'tenant')).toContain('127.0.0.1');
});
