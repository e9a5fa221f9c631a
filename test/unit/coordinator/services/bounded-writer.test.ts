import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { BoundedWriter } from '../../../../coordinator/services/bounded-writer.ts';

const megabyte = 2 ** 20;

/** A stream that a test drains, message by message, and a writer into it. */
function scenario({ highWaterMark = 16 } = {}) {
  const unread: (() => void)[] = [];
  const call = new Writable({
    objectMode: true,
    highWaterMark,
    write: (_message, _encoding, done) => unread.push(done),
  });
  let timesWritable = 0;
  const writer = new BoundedWriter<string>(call, () => timesWritable++);
  const read = async (): Promise<void> => {
    unread.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { writer, read, timesWritable: () => timesWritable };
}

test('BoundedWriter is full when 2 MB are on their way, and says when they are fewer', async () => {
  const { writer, read, timesWritable } = scenario();
  expect(writer.write('a', megabyte)).toBe(true);
  expect(writer.write('b', megabyte)).toBe(false);
  expect(timesWritable()).toBe(0);
  await read();
  expect(timesWritable()).toBe(1);
  expect(writer.write('c', 1)).toBe(true);
});

test('BoundedWriter takes one message that is larger than that', async () => {
  const { writer, read, timesWritable } = scenario();
  expect(writer.write('large', 20 * megabyte)).toBe(false);
  await read();
  expect(timesWritable()).toBe(1);
});

test('BoundedWriter is full when the stream is, whatever the messages weigh', async () => {
  const { writer, read, timesWritable } = scenario({ highWaterMark: 2 });
  expect([writer.write('a', 1), writer.write('b', 1)]).toEqual([true, false]);
  await read();
  expect(timesWritable()).toBe(0);
  await read();
  expect(timesWritable()).toBe(1);
});

test('BoundedWriter that was not full says nothing', async () => {
  const { writer, read, timesWritable } = scenario();
  writer.write('a', 1);
  await read();
  expect(timesWritable()).toBe(0);
});
