import { expect, test } from 'vitest';
import { runInGuestWorld } from '../../../../../support/guest-world.ts';

test('structuredClone keeps circles, kinds and what is shared', async () => {
  const { result } = await runInGuestWorld(`
    const shared = new Uint8Array([1, 2, 3]);
    const value = { date: new Date(5), map: new Map([['k', shared]]), set: new Set([shared]), error: new RangeError('no'), pattern: /a/gi, holes: [1, , 3] };
    value.self = value;
    const clone = structuredClone(value);
    [clone !== value, clone.self === clone, clone.map.get('k') === [...clone.set][0], clone.map.get('k') !== shared,
     clone.date.getTime(), clone.error instanceof RangeError, clone.pattern.flags, 1 in clone.holes];`);
  expect(result).toEqual([true, true, true, true, 5, true, 'gi', false]);
});

test('structuredClone transfers buffers, and only when all can be cloned', async () => {
  const { result } = await runInGuestWorld(`
    const buffer = new ArrayBuffer(8);
    let refused;
    try { structuredClone({ buffer, f() {} }, { transfer: [buffer] }); } catch (error) { refused = error.name; }
    const kept = buffer.byteLength;
    const view = structuredClone(new Uint8Array(buffer, 2), { transfer: [buffer] });
    [refused, kept, buffer.detached, view.length, view.buffer.byteLength];`);
  expect(result).toEqual(['DataCloneError', 8, true, 6, 8]);
});

test('structuredClone refuses what has no worth without its insides', async () => {
  const { result } = await runInGuestWorld(`
    const refused = (make) => { try { structuredClone(make()); return 'cloned'; } catch (error) { return error.name; } };
    [() => Symbol(), () => () => 1, () => Promise.resolve(), () => new WeakMap(), () => new URL('http://a/'),
     () => new AbortController().signal, () => new ReadableStream()].map(refused);`);
  expect(result).toEqual(Array.from({ length: 7 }, () => 'DataCloneError'));
});
