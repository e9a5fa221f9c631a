import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { FrameSplitter } from '../../../../node-agent/frames/frame-splitter.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test('FrameSplitter holds an unfinished frame in twice its bytes, in however small pieces it comes', () => {
  const bytes = 300_000;
  const frames: string[] = [];
  const splitter = new FrameSplitter(2 ** 24, (buffer, start, end) => {
    frames.push(`${buffer[start]} ${end - start}`);
  });
  const header = Buffer.alloc(4);
  header.writeUInt32LE(bytes);
  const heldBefore = heldBytes();
  splitter.push(header);
  // As reads of a socket come: each byte in memory of its own.
  for (let count = 1; count < bytes; count++) splitter.push(Buffer.allocUnsafeSlow(1).fill(7));
  expect(frames).toEqual([]);
  // Each kept as it came, they would take some 50 MB.
  expect(heldBytes() - heldBefore).toBeLessThan(8 * bytes);
  splitter.push(Buffer.from([7, 1, 0, 0, 0, 9]));
  expect(frames).toEqual([`7 ${bytes}`, '9 1']);
});
