import { expect, test } from 'vitest';
import { runInGuestWorld } from '../../../../../support/guest-world.ts';

async function resultOf(source: string): Promise<unknown> {
  const { result, error } = await runInGuestWorld(source);
  expect(error).toBeUndefined();
  return result;
}

test('a web API is there before it is first touched', async () => {
  const source = `['URL' in globalThis, Object.keys(globalThis).includes('URL'),
    Object.keys(globalThis).includes('atob'), typeof URL]`;
  expect(await resultOf(source)).toEqual([true, false, true, 'function']);
});

test('a web API that was touched is an ordinary property', async () => {
  const source = `
    const touched = new URL('http://a/');
    const { value, ...rest } = Object.getOwnPropertyDescriptor(globalThis, 'URL');
    [touched instanceof value, rest];`;
  expect(await resultOf(source)).toEqual([
    true,
    { writable: true, enumerable: false, configurable: true },
  ]);
});

test('a web API can be assigned, deleted and declared before it is touched', async () => {
  const source = `
    globalThis.URL = 1;
    delete globalThis.Event;
    function atob() { return 'mine'; }
    [URL, typeof Event, atob()];`;
  expect(await resultOf(source)).toEqual([1, 'undefined', 'mine']);
});

test('a web API works where the language was patched before it was touched', async () => {
  const source = `
    Array.prototype[Symbol.iterator] = undefined;
    Function.prototype.call = undefined;
    const say = btoa('hello');
    say;`;
  const { result, error } = await runInGuestWorld(source);
  expect(error?.name ?? result).toMatch(/aGVsbG8=|TypeError/);
});

test('the parts of the web APIs share one DOMException', async () => {
  const source = `try { atob('?'); } catch (error) { [error instanceof DOMException, error.name]; }`;
  expect(await resultOf(source)).toEqual([true, 'InvalidCharacterError']);
});

test('a DOMException that ends a run has its name, message and place', async () => {
  const { error } = await runInGuestWorld(`throw new DOMException('no', 'DataCloneError')`);
  expect(error).toMatchObject({ name: 'DataCloneError', message: 'no' });
});

test('a DOMException is logged as an Error is', async () => {
  const { logs } = await runInGuestWorld(`console.log(new DOMException('no', 'AbortError'))`);
  expect(logs[0]).toContain('AbortError: no');
});
