import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { UnreadAnswers } from '../../../../coordinator/services/unread-answers.ts';
import { UnreadTotal } from '../../../../coordinator/services/unread-total.ts';

const megabyte = 2 ** 20;

class ScriptedCall extends EventEmitter {
  readonly #peer: string;

  constructor(peer: string) {
    super();
    this.#peer = peer;
  }

  getPeer(): string {
    return this.#peer;
  }

  over(): void {
    this.emit('cancelled');
  }
}

test('UnreadAnswers gives a connection no more that is large while more than 16 MB are unread', () => {
  const unread = new UnreadAnswers(new UnreadTotal());
  const calls = [1, 2, 3].map(() => new ScriptedCall('a:1'));
  const [first, second, third] = calls as [ScriptedCall, ScriptedCall, ScriptedCall];
  expect(unread.give(first, 10 * megabyte)).toBeUndefined();
  expect(unread.refusalOf(second)).toBeUndefined();
  expect(unread.give(second, 10 * megabyte)).toBeUndefined();
  expect(unread.give(third, 5_000)).toMatchObject({
    reason: 'READER_TOO_SLOW',
    message: `Could not give the outcome: ${20 * megabyte} bytes of answers wait for the reader of this connection`,
  });
  expect(unread.refusalOf(third)).toMatchObject({ reason: 'READER_TOO_SLOW' });
  first.over();
  expect(unread.refusalOf(third)).toBeUndefined();
  expect(unread.give(third, 5_000)).toBeUndefined();
});

test('UnreadAnswers gives what is small in any case, and other connections theirs', () => {
  const unread = new UnreadAnswers(new UnreadTotal());
  unread.give(new ScriptedCall('a:1'), 17 * megabyte);
  expect(unread.give(new ScriptedCall('a:1'), 4_096)).toBeUndefined();
  expect(unread.give(new ScriptedCall('b:1'), 17 * megabyte)).toBeUndefined();
});

test('UnreadAnswers forgets a connection whose answers were read', () => {
  const unread = new UnreadAnswers(new UnreadTotal());
  for (let round = 0; round < 3; round++) {
    const call = new ScriptedCall('a:1');
    expect(unread.give(call, 17 * megabyte)).toBeUndefined();
    call.over();
  }
});

test('UnreadAnswers leaves each connection 1 MB while 256 MB are unread in all', () => {
  const total = new UnreadTotal();
  const unread = new UnreadAnswers(total);
  const call = new ScriptedCall('a:1');
  expect(unread.give(call, 2 * megabyte)).toBeUndefined();
  total.change(255 * megabyte);
  expect(unread.refusalOf(new ScriptedCall('a:1'))).toMatchObject({ reason: 'READER_TOO_SLOW' });
  expect(unread.give(new ScriptedCall('b:1'), megabyte)).toBeUndefined();
  total.change(-255 * megabyte);
  expect(unread.refusalOf(new ScriptedCall('a:1'))).toBeUndefined();
});
