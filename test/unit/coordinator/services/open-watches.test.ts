import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { OpenWatches } from '../../../../coordinator/services/open-watches.ts';

/** A call, and how it ended. */
function call(): EventEmitter & { code?: unknown } {
  const made: EventEmitter & { code?: unknown } = new EventEmitter();
  made.on('error', (error: { code: unknown }) => {
    made.code = error.code;
  });
  return made;
}

const unavailable = 14;
const resourceExhausted = 8;

test('OpenWatches ends what is open when the coordinator goes, each once', () => {
  const watches = new OpenWatches();
  const closed: string[] = [];
  const calls = ['a', 'b'].map((name) => {
    const made = call();
    expect(watches.open(made, () => closed.push(name))).toBe(true);
    return made;
  });
  calls[0]?.emit('cancelled');
  expect(closed).toEqual(['a']);
  watches.close();
  watches.close();
  expect(closed).toEqual(['a', 'b']);
  expect(calls.map(({ code }) => code)).toEqual([undefined, unavailable]);
});

test('OpenWatches refuses one too many, and takes another when one has ended', () => {
  const watches = new OpenWatches();
  const first = call();
  watches.open(first, () => {});
  for (let index = 1; index < 1_000; index++) watches.open(call(), () => {});
  const tooMany = call();
  expect(watches.open(tooMany, () => {})).toBe(false);
  expect(tooMany.code).toBe(resourceExhausted);
  first.emit('cancelled');
  expect(watches.open(call(), () => {})).toBe(true);
});
