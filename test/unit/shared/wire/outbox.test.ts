import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Outbox } from '../../../../shared/wire/outbox.ts';

const megabyte = 1024 * 1024;

/** A stream that takes `room` messages and then says that it is full. */
class ScriptedStream {
  readonly batches: string[][] = [];
  flushes = 0;
  room: number;
  readonly outbox: Outbox<string>;

  constructor(room = Number.POSITIVE_INFINITY) {
    this.room = room;
    this.outbox = new Outbox<string>({
      write: (items) => {
        this.batches.push([...items]);
        return --this.room > 0;
      },
      flushed: () => {
        this.flushes++;
      },
    });
  }
}

/** What an Outbox gathers goes out after the turn that gathered it. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test('Outbox sends what one turn gathers as one batch', async () => {
  const { outbox, batches } = new ScriptedStream();
  outbox.push('a', 1);
  outbox.push('b', 1);
  expect(batches).toEqual([]);
  await nextTurn();
  expect(batches).toEqual([['a', 'b']]);
  expect(outbox.isEmpty).toBe(true);
  expect(outbox.bytes).toBe(0);
});

test('Outbox cuts a batch near a megabyte', async () => {
  const { outbox, batches } = new ScriptedStream();
  for (const item of ['a', 'b', 'c', 'd', 'e']) outbox.push(item, 400_000);
  await nextTurn();
  expect(batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

test('Outbox sends an item that is larger than a batch on its own', async () => {
  const { outbox, batches } = new ScriptedStream();
  outbox.push('small', 1);
  outbox.push('large', 5 * megabyte);
  outbox.push('small too', 1);
  await nextTurn();
  expect(batches).toEqual([['small'], ['large'], ['small too']]);
});

test('Outbox keeps items while its stream is full, and counts them', async () => {
  const stream = new ScriptedStream(1);
  const { outbox, batches } = stream;
  outbox.push('a', 1);
  await nextTurn();
  outbox.push('b', 10);
  outbox.push('c', 20);
  await nextTurn();
  expect(batches).toEqual([['a']]);
  expect(outbox.bytes).toBe(30);
  stream.room = 1;
  outbox.writable();
  expect(batches).toEqual([['a'], ['b', 'c']]);
  expect(outbox.bytes).toBe(0);
});

test('Outbox that was told of room in the turn of a push writes no more than there was room for', async () => {
  const stream = new ScriptedStream(1);
  const { outbox, batches } = stream;
  outbox.push('a', 1);
  stream.room = 1;
  outbox.writable();
  outbox.push('b', 1);
  await nextTurn();
  expect(batches).toEqual([['a']]);
  stream.room = 1;
  outbox.writable();
  expect(batches).toEqual([['a'], ['b']]);
});

test('Outbox stops in the middle of its batches when the stream is full', async () => {
  const stream = new ScriptedStream(2);
  for (const item of ['a', 'b', 'c']) stream.outbox.push(item, 900_000);
  await nextTurn();
  expect(stream.batches).toEqual([['a'], ['b']]);
  expect(stream.outbox.bytes).toBe(900_000);
  stream.outbox.writable();
  expect(stream.batches).toEqual([['a'], ['b'], ['c']]);
});

test('Outbox tells when what waits has shrunk, and not when nothing was sent', async () => {
  const stream = new ScriptedStream();
  stream.outbox.push('a', 1);
  await nextTurn();
  expect(stream.flushes).toBe(1);
  stream.outbox.writable();
  expect(stream.flushes).toBe(1);
});

test('Outbox sends nothing once closed, and holds nothing', async () => {
  const { outbox, batches } = new ScriptedStream();
  outbox.push('a', 1);
  outbox.close();
  outbox.push('b', 1);
  outbox.writable();
  await nextTurn();
  expect(batches).toEqual([]);
  expect(outbox.bytes).toBe(0);
});

test('Outbox may be closed and pushed to by what it writes to', async () => {
  const batches: string[][] = [];
  const outbox = new Outbox<string>({
    write(items) {
      batches.push([...items]);
      if (batches.length === 1) outbox.push('pushed', megabyte);
      if (batches.length === 3) outbox.close();
      return true;
    },
  });
  for (const item of ['a', 'b', 'c']) outbox.push(item, 900_000);
  await nextTurn();
  expect(batches).toEqual([['a'], ['b'], ['c']]);
  expect(outbox.bytes).toBe(0);
  await nextTurn();
  expect(batches).toHaveLength(3);
});

type Step = { readonly name: 'push'; readonly bytes: number } | { readonly name: 'turn' | 'drain' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ name: fc.constant('push' as const), bytes: fc.nat({ max: 2 * megabyte }) }),
    fc.record({ name: fc.constantFrom('turn' as const, 'drain' as const) }),
  ),
  { maxLength: 30 },
);

test('Outbox keeps order, loses and repeats nothing, and counts what waits', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 3 }), async (script, room) => {
      const stream = new ScriptedStream(room);
      const pushed: { item: string; bytes: number }[] = [];
      for (const [index, step] of script.entries()) {
        if (step.name === 'push') {
          pushed.push({ item: `${index}`, bytes: step.bytes });
          stream.outbox.push(`${index}`, step.bytes);
        } else if (step.name === 'turn') await nextTurn();
        else {
          stream.room = room;
          stream.outbox.writable();
        }
        const sent = stream.batches.flat();
        expect(sent).toEqual(pushed.slice(0, sent.length).map(({ item }) => item));
        const waiting = pushed.slice(sent.length).reduce((sum, { bytes }) => sum + bytes, 0);
        expect(stream.outbox.bytes).toBe(waiting);
      }
    }),
  );
});
