import { expect, test } from 'vitest';
import type { FrameToHost } from '../../../../node-agent/frames/frame.ts';
import { CodeBook } from '../../../../node-agent/pool/code-book.ts';
import { CodeRecord } from '../../../../node-agent/pool/code-history.ts';
import type { Program } from '../../../../shared/execution/execution.ts';

function programOf({ hash }: CodeRecord, chars: number): Program {
  const source = 'x'.repeat(chars);
  return { hash, source, kind: 'SCRIPT', language: 'JAVASCRIPT', fileName: 'main.js' };
}

function bookOf(codesMax: number, charsMax: number) {
  const book = new CodeBook(codesMax, charsMax);
  const sent: FrameToHost[] = [];
  const use = (record: CodeRecord, chars = 1) => {
    return book.use(record, programOf(record, chars), (frame) => sent.push(frame));
  };
  const hasRoomFor = (record: CodeRecord, chars = 1) => {
    return book.hasRoomFor(record, programOf(record, chars));
  };
  return { book, sent, use, hasRoomFor };
}
const codes = (count: number): CodeRecord[] =>
  Array.from({ length: count }, (_, index) => new CodeRecord(`code-${index}`));
const dropsOf = (sent: readonly FrameToHost[]): number[] =>
  sent.flatMap((frame) => (frame.name === 'drop' ? [frame.codeId] : []));

test('CodeBook has a code sent once', () => {
  const { sent, use } = bookOf(10, 1000);
  const [code] = codes(1);
  if (!code) return;
  expect(use(code).codeId).toBe(use(code).codeId);
  expect(sent.map((frame) => frame.name)).toEqual(['load']);
});

test('CodeBook drops what was not used lately when it is full', () => {
  const { book, sent, use } = bookOf(2, 1000);
  const [a, b, c, d] = codes(4) as [CodeRecord, CodeRecord, CodeRecord, CodeRecord];
  for (const code of [a, b]) use(code).uses--;
  use(c).uses--;
  expect(dropsOf(sent)).toEqual([1]);
  use(c).uses--;
  use(d).uses--;
  expect(dropsOf(sent)).toEqual([1, 2]);
  expect([a, b, c, d].map((code) => book.holds(code))).toEqual([false, false, true, true]);
});

test('CodeBook never drops a code that a run in the host needs', () => {
  const { book, sent, use } = bookOf(2, 1000);
  const [a, b, c] = codes(3) as [CodeRecord, CodeRecord, CodeRecord];
  use(a);
  use(b);
  use(c);
  expect(dropsOf(sent)).toEqual([]);
  expect(book.count).toBe(3);
});

test('CodeBook bounds the text it has sent', () => {
  const { sent, use } = bookOf(100, 1000);
  for (const code of codes(10)) use(code, 400).uses--;
  expect(dropsOf(sent)).toHaveLength(8);
});

test('CodeBook has room for what can be had beside the codes that runs need', () => {
  const { use, hasRoomFor } = bookOf(3, 1000);
  const [a, b, c, d] = codes(4) as [CodeRecord, CodeRecord, CodeRecord, CodeRecord];
  const needed = use(a, 600);
  use(b, 300).uses--;
  // What nobody needs makes way, what a run needs does not.
  expect(hasRoomFor(c, 400)).toBe(true);
  expect(hasRoomFor(c, 401)).toBe(false);
  expect(hasRoomFor(a, 600)).toBe(true);
  needed.uses--;
  expect(hasRoomFor(c, 1000)).toBe(true);
  for (const code of [a, b, c]) use(code);
  expect(hasRoomFor(d)).toBe(false);
});

test('CodeBook numbers codes anew after a reset, never twice alike', () => {
  const { book, use } = bookOf(10, 1000);
  const [code] = codes(1);
  if (!code) return;
  const before = use(code).codeId;
  book.clear();
  expect(book.holds(code)).toBe(false);
  expect(use(code).codeId).toBeGreaterThan(before);
});

test('CodeBook counts the codes that an isolate may be kept for, until they are dropped', () => {
  const { book, use } = bookOf(2, 1000);
  const [a, b, c] = codes(3) as [CodeRecord, CodeRecord, CodeRecord];
  for (const code of [a, a, b]) {
    const held = use(code);
    book.noteWarm(held);
    held.uses--;
  }
  expect(book.warmCount).toBe(2);
  use(c).uses--;
  expect(book.warmCount).toBe(1);
  book.clear();
  expect(book.warmCount).toBe(0);
});

test('CodeBook counts what heavy warm isolates hold, up to what a host keeps', () => {
  const { book, use } = bookOf(10, 1000);
  const [light, heavy, heavier, cold] = codes(4).map((code) => use(code));
  if (!light || !heavy || !heavier || !cold) throw new Error('no codes');
  for (const held of [light, heavy, heavier]) book.noteWarm(held);
  const megabyte = 2 ** 20;
  expect(book.warmBytes).toBe(6 * megabyte);
  light.heapBytes = megabyte;
  heavy.heapBytes = 42 * megabyte;
  cold.heapBytes = 500 * megabyte;
  expect(book.warmBytes).toBe(46 * megabyte);
  heavier.heapBytes = 500 * megabyte;
  expect(book.warmBytes).toBe(102 * megabyte);
});
