import { expect, test } from 'vitest';
import { CodeHistory, CodeRecord } from '../../../../node-agent/pool/code-history.ts';

function proven(): CodeRecord {
  const record = new CodeRecord('hash');
  for (let run = 0; run < 20; run++) record.noteRun('SUCCEEDED', 1999, true);
  return record;
}

test('CodeRecord is proven short by 20 clean runs in a row in a warm isolate', () => {
  const record = new CodeRecord('hash');
  for (let run = 0; run < 19; run++) record.noteRun('SUCCEEDED', 100, true);
  expect(record.isProvenShort).toBe(false);
  record.noteRun('SUCCEEDED', 100, true);
  expect(record.isProvenShort).toBe(true);
});

test.each([
  ['slow', 'SUCCEEDED', 2000, true],
  ['bad', 'SCRIPT_THREW', 100, true],
  ['cold', 'SUCCEEDED', 100, false],
] as const)('CodeRecord is unproven again after a run that was %s', (_how, word, cpuUs, isWarm) => {
  const record = proven();
  record.noteRun(word, cpuUs, isWarm);
  expect(record.isProvenShort).toBe(false);
});

test('CodeRecord that was sentenced stays so', () => {
  const record = proven();
  record.sentence();
  expect(record).toMatchObject({ isSentenced: true, isProvenShort: false });
});

test('CodeHistory keeps tenants apart', () => {
  const history = new CodeHistory(10);
  history.recordOf('a', 'hash').sentence();
  expect(history.recordOf('a', 'hash').isSentenced).toBe(true);
  expect(history.recordOf('b', 'hash').isSentenced).toBe(false);
});

test('CodeHistory is bounded and forgets what nobody used lately', () => {
  const history = new CodeHistory(10);
  const kept = history.recordOf('a', 'kept');
  for (let code = 0; code < 1000; code++) {
    history.recordOf('a', `code-${code}`);
    expect(history.recordOf('a', 'kept')).toBe(kept);
    expect(history.count).toBeLessThanOrEqual(10);
  }
});

test('CodeHistory does not let one tenant with endless codes cost another any of its own', () => {
  const history = new CodeHistory(20);
  const mine = Array.from({ length: 5 }, (_, code) => history.recordOf('quiet', `mine-${code}`));
  for (let code = 0; code < 1_000; code++) {
    const record = history.recordOf('busy', `code-${code}`);
    if (code % 3 === 0) expect(history.recordOf('busy', `code-${code}`)).toBe(record);
    expect(history.count).toBeLessThanOrEqual(20);
  }
  expect(mine.map((_, code) => history.recordOf('quiet', `mine-${code}`))).toEqual(mine);
});

test('CodeHistory makes room for a tenant that comes later, until it has its share', () => {
  const history = new CodeHistory(20);
  for (let code = 0; code < 100; code++) history.recordOf('first', `code-${code}`);
  const late = Array.from({ length: 5 }, (_, code) => history.recordOf('late', `late-${code}`));
  for (let code = 0; code < 100; code++) history.recordOf('first', `more-${code}`);
  expect(late.map((_, code) => history.recordOf('late', `late-${code}`))).toEqual(late);
  expect(history.count).toBe(20);
});

test('CodeRecord expects of a run what the last ones took', () => {
  const record = new CodeRecord('hash');
  expect(record.expectedCpuUs).toBe(2_000);
  record.noteRun('SUCCEEDED', 400, true);
  expect(record.expectedCpuUs).toBe(400);
  for (let run = 0; run < 50; run++) record.noteRun('SUCCEEDED', 20, true);
  expect(record.expectedCpuUs).toBeLessThan(30);
});
