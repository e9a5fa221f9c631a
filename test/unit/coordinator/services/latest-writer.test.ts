import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { LatestWriter } from '../../../../coordinator/services/latest-writer.ts';

/** A reader that takes one message, and another whenever it has drained. */
class SlowReader extends EventEmitter {
  readonly read: number[] = [];

  write(value: number): boolean {
    this.read.push(value);
    return false;
  }
}

test('LatestWriter leaves out what its reader is too slow for, and never the newest', () => {
  const reader = new SlowReader();
  let value = 0;
  const writer = new LatestWriter<number>(reader, () => value);
  for (value = 1; value < 1_000; value++) writer.changed();
  expect(reader.read).toEqual([1]);
  reader.emit('drain');
  expect(reader.read).toEqual([1, 1_000]);
  reader.emit('drain');
  expect(reader.read).toEqual([1, 1_000]);
});
