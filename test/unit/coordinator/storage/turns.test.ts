import { expect, test } from 'vitest';
import { Turns } from '../../../../coordinator/storage/turns.ts';

test('Turns has one work a key at a time, and others at once', async () => {
  const turns = new Turns();
  const first = Promise.withResolvers<string>();
  const begun: string[] = [];
  const work = (name: string, end: Promise<string>) => (): Promise<string> => {
    begun.push(name);
    return end;
  };
  const a = turns.take('a', work('a1', first.promise));
  const next = turns.take('a', work('a2', Promise.resolve('a2')));
  await turns.take('b', work('b1', Promise.resolve('b1')));
  expect(begun).toEqual(['a1', 'b1']);
  first.resolve('a1');
  expect(await a).toBe('a1');
  expect(await next).toBe('a2');
});

test('Turns goes on after one that has failed, and settles', async () => {
  const turns = new Turns();
  const failed = turns.take('a', () => Promise.reject(new Error('a disk')));
  const next = turns.take('a', () => Promise.resolve('done'));
  await turns.settled();
  await expect(failed).rejects.toThrow('a disk');
  expect(await next).toBe('done');
});
