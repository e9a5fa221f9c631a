import { expect, test } from 'vitest';
import { runInGuestWorld } from '../../../../../support/guest-world.ts';

test('performance tells the run’s time, coarsely', async () => {
  const { result } = await runInGuestWorld(`
    const at = performance.now();
    [Number.isInteger(at), performance instanceof EventTarget, Math.abs(performance.timeOrigin + at - Date.now()) < 1_000];`);
  expect(result).toEqual([true, true, true]);
});

test('performance stands still in a deterministic run', async () => {
  const determinism = { seed: 1, startEpochMs: 5_000 };
  const source = `[performance.now(), performance.timeOrigin, new File([], 'a').lastModified]`;
  const { result } = await runInGuestWorld(source, { determinism });
  expect(result).toEqual([0, 5_000, 5_000]);
});

test('reportError ends the run as an uncaught error does', async () => {
  const { error } = await runInGuestWorld(`reportError(new RangeError('reported')); 'result'`);
  expect(error).toMatchObject({ name: 'RangeError', message: 'reported' });
});

test('URLPattern finds the parts of a URL', async () => {
  const { result } = await runInGuestWorld(`
    new URLPattern({ pathname: '/books/:id(\\\\d+)' }).exec('https://a.example/books/42').pathname.groups.id`);
  expect(result).toBe('42');
});
