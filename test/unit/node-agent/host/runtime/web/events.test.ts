import { expect, test } from 'vitest';
import { runInGuestWorld } from '../../../../../support/guest-world.ts';

test('listeners are called in order, once, and until one stops them', async () => {
  const { result } = await runInGuestWorld(`
    const heard = [];
    const target = new EventTarget();
    target.addEventListener('x', () => heard.push('once'), { once: true });
    target.addEventListener('x', { handleEvent() { heard.push('object'); } });
    target.addEventListener('x', (event) => { heard.push('stop'); event.stopImmediatePropagation(); });
    target.addEventListener('x', () => heard.push('never'));
    target.dispatchEvent(new Event('x'));
    target.dispatchEvent(new Event('x'));
    heard;`);
  expect(result).toEqual(['once', 'object', 'stop', 'object', 'stop']);
});

test('a listener that throws ends the run, after the others were called', async () => {
  const { error, logs } = await runInGuestWorld(`
    const target = new EventTarget();
    target.addEventListener('x', () => { throw new RangeError('in a listener'); });
    target.addEventListener('x', () => console.log('called'));
    target.dispatchEvent(new Event('x'));`);
  expect(error).toMatchObject({ name: 'RangeError', message: 'in a listener' });
  expect(logs).toEqual(['called']);
});

test('AbortSignal.timeout aborts by the run’s own timers', async () => {
  const { result } = await runInGuestWorld(`
    new Promise((resolve) => {
      AbortSignal.timeout(5).onabort = ({ target, isTrusted }) => resolve([target.reason.name, isTrusted]);
    });`);
  expect(result).toEqual(['TimeoutError', true]);
});

test('AbortSignal.any aborts with the first of its signals', async () => {
  const { result } = await runInGuestWorld(`
    const [a, b] = [new AbortController(), new AbortController()];
    const both = AbortSignal.any([a.signal, AbortSignal.any([b.signal])]);
    b.abort('for b');
    [both.aborted, both.reason, a.signal.aborted];`);
  expect(result).toEqual([true, 'for b', false]);
});

test('the time of an event stands still in a deterministic run', async () => {
  const determinism = { seed: 1, startEpochMs: 0 };
  const { result } = await runInGuestWorld(`new Event('x').timeStamp`, { determinism });
  expect(result).toBe(0);
});
