import { expect, test } from 'vitest';
import { runInGuestWorld } from '../../../../../support/guest-world.ts';

async function logsOf(source: string): Promise<readonly string[]> {
  const { logs, error } = await runInGuestWorld(source);
  expect(error).toBeUndefined();
  return logs;
}

test('console groups indent every line', async () => {
  const logs = await logsOf(
    `console.group('a'); console.log('b\\nc'); console.groupEnd(); console.log('d');`,
  );
  expect(logs).toEqual(['a', '  b\n  c', 'd']);
});

test('console counts, and says what it never counted', async () => {
  const logs = await logsOf(
    `console.count(); console.count(); console.countReset(); console.count(); console.countReset('x');`,
  );
  expect(logs).toEqual(['default: 1', 'default: 2', 'default: 1', "Count for 'x' does not exist"]);
});

test('console.assert writes only what does not hold', async () => {
  const logs = await logsOf(
    `console.assert(true, 'a'); console.assert(false); console.assert(0, 'is %d', 5); console.assert(0, { a: 1 });`,
  );
  expect(logs).toEqual([
    'Assertion failed',
    'Assertion failed: is 5',
    'Assertion failed: { a: 1 }',
  ]);
});

test('console.table draws rows and columns', async () => {
  const [drawn] = await logsOf(`console.table([{ a: 1, b: 'x' }, 2], ['a']);`);
  expect(drawn?.split('\n')).toEqual([
    '┌─────────┬───┐',
    '│ (index) │ a │',
    '├─────────┼───┤',
    '│ 0       │ 1 │',
    '│ 1       │   │',
    '└─────────┴───┘',
  ]);
});

test('console times by the clock of the run', async () => {
  const logs = await logsOf(`
    console.time(); console.timeLog('none');
    new Promise((resolve) => setTimeout(resolve, 20)).then(() => { console.timeEnd(); })`);
  expect(logs[0]).toBe("Timer 'none' does not exist");
  expect(logs[1]).toMatch(/^default: \d+ms$/);
});

test('console.clear ends all groups', async () => {
  const logs = await logsOf(`console.group(); console.clear(); console.log('a');`);
  expect(logs).toEqual(['a']);
});
