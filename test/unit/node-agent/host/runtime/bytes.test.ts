import { expect, test } from 'vitest';
import { copyOf, extentOf } from '../../../../../node-agent/host/runtime/bytes.ts';

function bytesOf(value: unknown): number[] | undefined {
  const extent = extentOf(value);
  return extent && [...new Uint8Array(copyOf(extent))];
}

const numbers = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);

test.each([
  ['an ArrayBuffer', numbers.buffer, [1, 2, 3, 4, 5, 6, 7, 8]],
  ['a typed array, from its offset', numbers.subarray(2, 5), [3, 4, 5]],
  ['one of wider elements', new Uint16Array(numbers.buffer, 2, 2), [3, 4, 5, 6]],
  ['a DataView', new DataView(numbers.buffer, 6), [7, 8]],
  ['nothing', new ArrayBuffer(0), []],
])('copyOf takes the bytes of %s', (_what, value, expected) => {
  expect(bytesOf(value)).toEqual(expected);
});

test('copyOf takes the bytes of a shared buffer, which it does not share', () => {
  const shared = new SharedArrayBuffer(3);
  new Uint8Array(shared).set([7, 8, 9]);
  const extent = extentOf(shared);
  const copy = extent && copyOf(extent);
  expect(copy).toBeInstanceOf(ArrayBuffer);
  expect([...new Uint8Array(copy ?? new ArrayBuffer(0))]).toEqual([7, 8, 9]);
  expect(bytesOf(new Uint8Array(shared, 1))).toEqual([8, 9]);
});

test('extentOf knows no bytes in anything else', () => {
  const pretender = { byteLength: 4, buffer: numbers.buffer, [Symbol.toStringTag]: 'Uint8Array' };
  const others = [undefined, null, 1, 'text', {}, [1], pretender, Object.create(numbers)];
  for (const value of others) expect(extentOf(value)).toBeUndefined();
  expect(extentOf(new Proxy(numbers, {}))).toBeUndefined();
});

test('extentOf believes nothing that an object says of itself', () => {
  const liar = Uint8Array.of(1, 2);
  for (const key of ['byteLength', 'length', 'buffer', 'byteOffset', Symbol.toStringTag])
    Object.defineProperty(liar, key, { get: () => expect.unreachable('it was asked') });
  Object.defineProperty(liar, 'constructor', {
    value: { [Symbol.species]: () => expect.unreachable('it was asked') },
  });
  Object.setPrototypeOf(liar, null);
  expect(bytesOf(liar)).toEqual([1, 2]);
});

test('extentOf throws for bytes that are gone', () => {
  const buffer = new ArrayBuffer(8);
  const views = [new Uint8Array(buffer), new DataView(buffer)];
  structuredClone(buffer, { transfer: [buffer] });
  for (const gone of [buffer, ...views]) expect(() => extentOf(gone)).toThrow('is detached');
});

test('extentOf sees a resizable buffer as it is now', () => {
  const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
  const [whole, part] = [new Uint8Array(buffer), new Uint8Array(buffer, 4, 4)];
  const view = new DataView(buffer, 4, 4);
  buffer.resize(2);
  expect([bytesOf(buffer), bytesOf(whole), bytesOf(part)]).toEqual([[0, 0], [0, 0], []]);
  expect(() => extentOf(view)).toThrow(TypeError);
  buffer.resize(16);
  expect([bytesOf(whole)?.length, bytesOf(part)?.length]).toEqual([16, 4]);
});
