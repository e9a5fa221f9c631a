import { expect, test } from 'vitest';
import { StreamStdins } from '../../../../coordinator/services/stream-stdins.ts';
import {
  stdinAheadBytesMax,
  stdinAheadOnStreamBytesMax,
} from '../../../../shared/execution/stdin.ts';

function stdins(): { readonly stdins: StreamStdins; readonly said: unknown[] } {
  const said: unknown[] = [];
  return {
    said,
    stdins: new StreamStdins({
      answer: (executionId, callId, result) => said.push([executionId, callId, result]),
      taken: (executionId, bytes) => said.push([executionId, bytes]),
    }),
  };
}

const more = (text: string) => ({ text, end: false });
const end = { text: '', end: true };
const text = (value: string) => ({ name: 'returned', resultJson: JSON.stringify(value) });

test('what was sent waits until it is wanted, and all of it is given at once', () => {
  const { stdins: all, said } = stdins();
  all.open(1);
  expect([all.receive(1, more('a\n')), all.receive(1, more('ä'))]).toEqual([undefined, undefined]);
  expect(said).toEqual([]);
  all.wanted(1, 7);
  expect(said).toEqual([
    [1, 7, text('a\nä')],
    [1, 4],
  ]);
});

test('what is wanted waits until it is sent, and the end is told when all was read', () => {
  const { stdins: all, said } = stdins();
  all.open(1);
  all.wanted(1, 1);
  all.receive(1, more(''));
  expect(said).toEqual([]);
  all.receive(1, { text: 'x', end: true });
  all.wanted(1, 2);
  expect(said).toEqual([
    [1, 1, text('x')],
    [1, 1],
    [1, 2, { name: 'returned' }],
  ]);
});

test('a client that is further ahead than it may is told, and so is one that goes on after the end', () => {
  const { stdins: all } = stdins();
  all.open(1);
  expect(all.receive(1, more('x'.repeat(stdinAheadBytesMax)))).toBeUndefined();
  expect(all.receive(1, more('y'))).toBe(
    `must be at most ${stdinAheadBytesMax} bytes ahead of what the program has read: ${stdinAheadBytesMax + 1}`,
  );
  all.wanted(1, 1);
  expect(all.receive(1, more('y'))).toBeUndefined();
  expect([all.receive(1, end), all.receive(1, end)]).toEqual([undefined, undefined]);
  expect(all.receive(1, more('z'))).toBe('must not go on after its end');
  expect(all.receive(2, more('z'))).toBe('must be set for an execution that is sent any');
});

test('all executions of a stream together are bounded, and one that is over leaves its room', () => {
  const { stdins: all } = stdins();
  const full = stdinAheadOnStreamBytesMax / stdinAheadBytesMax;
  const whole = more('x'.repeat(stdinAheadBytesMax));
  for (let id = 1; id <= full + 1; id++) all.open(id);
  for (let id = 1; id <= full; id++) expect(all.receive(id, whole)).toBeUndefined();
  expect(all.receive(full + 1, more('x'))).toContain('in all executions of a stream');
  all.close(1);
  expect(all.receive(full + 1, whole)).toBeUndefined();
});

test('endAll ends what waits, and what is asked later when it was read', () => {
  const { stdins: all, said } = stdins();
  for (const id of [1, 2]) all.open(id);
  all.receive(2, more('left'));
  all.wanted(1, 1);
  all.endAll();
  for (const callId of [5, 6]) all.wanted(2, callId);
  expect(said).toEqual([
    [1, 1, { name: 'returned' }],
    [2, 5, text('left')],
    [2, 4],
    [2, 6, { name: 'returned' }],
  ]);
});

test('one that wants more twice at once, or has no stdin, is answered', () => {
  const { stdins: all, said } = stdins();
  all.open(1);
  for (const callId of [1, 2]) all.wanted(1, callId);
  all.wanted(9, 3);
  expect(said).toEqual([
    [1, 2, { name: 'threw', error: expect.objectContaining({ name: 'HostCallUnanswered' }) }],
    [9, 3, { name: 'returned' }],
  ]);
});
