import { expect, test } from 'vitest';
import {
  fairResolver,
  lookupsMax,
  lookupsPerTenantMax,
  systemResolver,
} from '../../../../node-agent/broker/host-resolver.ts';

const going = new AbortController().signal;

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
  const greedy = ['g1', 'g2', 'g3', 'g4'].map((name) => resolve(name, 'greedy', going));
  const modest = ['m1', 'm2'].map((name) => resolve(name, 'modest', going));
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

test('fairResolver never asks for a name that nobody waits for any more', async () => {
  const { asked, open, resolve, settled } = byHand();
  const run = new AbortController();
  const reason = new Error('the run has ended');
  const names = ['n1', 'n2', 'n3', 'n4'];
  const ended = names.map((name) =>
    resolve(name, 'tenant', run.signal).catch((error: unknown) => error),
  );
  await settled();
  run.abort(reason);
  // Whoever waited for its turn is let go at once, and takes no turn from the next.
  expect(await Promise.all([ended[2], ended[3]])).toEqual([reason, reason]);
  const next = resolve('next', 'tenant', going);
  open.get('n1')?.resolve([]);
  await settled();
  expect(asked).toEqual(['n1', 'n2', 'next']);
  for (const name of ['n2', 'next']) open.get(name)?.resolve(['1.1.1.1']);
  expect(await next).toEqual(['1.1.1.1']);
  await expect(resolve('late', 'tenant', run.signal)).rejects.toBe(reason);
});

test('systemResolver knows the names of this machine', async () => {
  const resolve = systemResolver();
  expect(await resolve('localhost', 'tenant', going)).toContain('127.0.0.1');
});
