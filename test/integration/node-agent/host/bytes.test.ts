/** Bytes into a real host and out of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HostDriver, type RunWish } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

async function bytesOf(source: string, wish: Omit<RunWish, 'source'> = {}): Promise<number[]> {
  const { ended } = await host.run({ source, ...wish });
  expect([ended.word, ended.error]).toEqual(['SUCCEEDED', undefined]);
  expect(ended).not.toHaveProperty('resultJson');
  return [...(ended.resultBytes ?? expect.fail('no bytes'))];
}

const inputBytes = Uint8Array.of(0, 1, 200, 255);

test.each(['THREAD', 'SLICE'] as const)('bytes go in and come out, in mode %s', async (mode) => {
  const seen = `[input instanceof Uint8Array, Object.getPrototypeOf(input) === Uint8Array.prototype,
    input.length, input.byteOffset, input.buffer.byteLength]`;
  const { result } = await host.run({ source: seen, inputBytes, mode });
  expect(result).toEqual([true, true, 4, 0, 4]);
  expect(await bytesOf('input.map((byte) => 255 - byte)', { inputBytes, mode })).toEqual([
    255, 254, 55, 0,
  ]);
  const module = 'export default async (bytes) => { await 1; return bytes.reverse().buffer; }';
  for (const isolation of ['FRESH', 'POOLED', 'POOLED'] as const)
    expect(await bytesOf(module, { inputBytes, mode, isolation })).toEqual([255, 200, 1, 0]);
});

test('megabytes go in and come out', async () => {
  const many = new Uint8Array(4 * 2 ** 20).fill(7);
  const limits = { resultBytesMax: 4 * 2 ** 20 };
  const { ended } = await host.run({ source: 'input', inputBytes: many, limits });
  expect(Buffer.compare(ended.resultBytes ?? new Uint8Array(), many)).toBe(0);
});

test('an empty input is a Uint8Array, and an empty result is bytes', async () => {
  expect(await bytesOf('input', { inputBytes: new Uint8Array() })).toEqual([]);
});

test.each([
  ['a view of a part', 'new Uint8Array([1, 2, 3, 4]).subarray(1, 3)', [2, 3]],
  ['an ArrayBuffer', 'new Uint8Array([1, 2]).buffer', [1, 2]],
  ['a DataView', 'new DataView(new Uint8Array([1, 2, 3]).buffer, 1)', [2, 3]],
  ['a promise of bytes', 'Promise.resolve(Uint8Array.of(5))', [5]],
  [
    'a buffer that a getter shrinks',
    `const b = new ArrayBuffer(8, { maxByteLength: 8 });
     Object.defineProperty(b, 'then', { get() { b.resize(2); } }); b`,
    [0, 0],
  ],
  [
    'a view that lies of itself',
    `const v = Uint8Array.of(1, 2);
     for (const key of ['byteLength', 'length', 'buffer', 'constructor', Symbol.toStringTag, 'toJSON'])
       Object.defineProperty(v, key, { get() { throw new Error(String(key)); } });
     v`,
    [1, 2],
  ],
  [
    'a program that has replaced what reads bytes',
    `const v = Uint8Array.of(3, 4);
     globalThis.Uint8Array = globalThis.ArrayBuffer = globalThis.DataView = undefined;
     const proto = Object.getPrototypeOf(Object.getPrototypeOf(v));
     for (const key of ['buffer', 'byteLength', 'byteOffset', 'set', 'slice', Symbol.iterator])
       Object.defineProperty(proto, key, { value: () => { throw 1; } });
     v`,
    [3, 4],
  ],
])('the result is the bytes of %s', async (_what, source, expected) => {
  expect(await bytesOf(source)).toEqual(expected);
});

test('bytes within other things are JSON', async () => {
  expect((await host.run({ source: '({ b: new Uint8Array([1, 2]) })' })).result).toEqual({
    b: { 0: 1, 1: 2 },
  });
});

test('a detached buffer is no result', async () => {
  const source = 'const b = new ArrayBuffer(4); b.transfer(); b';
  const { ended } = await host.run({ source });
  expect(ended).toMatchObject({
    word: 'SCRIPT_THREW',
    error: {
      name: 'TypeError',
      message: 'The result could not be read as bytes: its buffer is detached',
    },
  });
});

test('a result of too many bytes is not copied, and ends with OUTPUT_EXCEEDED', async () => {
  const limits = { resultBytesMax: 1_000, memoryBytesMax: 64 * 2 ** 20 };
  const { ended } = await host.run({ source: 'new Uint8Array(40_000_000)', limits });
  expect(ended).toMatchObject({
    word: 'OUTPUT_EXCEEDED',
    error: { message: 'The result is longer than 1000 bytes: 40000000' },
  });
  expect(await bytesOf('new Uint8Array(1_000)', { limits })).toHaveLength(1_000);
});
