import { expect, test } from 'vitest';
import { ServingBoard } from '../../../../coordinator/health/serving-board.ts';

test('ServingBoard says to watchers what has changed, and nothing else', () => {
  const board = new ServingBoard();
  const heard: unknown[] = [];
  const stop = board.watch('a', () => heard.push(board.isServing('a')));
  expect(board.isServing('a')).toBeUndefined();
  board.set('a', true);
  board.set('a', true);
  board.set('b', true);
  board.set('a', false);
  stop();
  board.set('a', true);
  expect(heard).toEqual([true, false]);
  expect([...board.services]).toEqual([
    ['a', true],
    ['b', true],
  ]);
});
