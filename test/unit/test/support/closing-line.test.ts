import { expect, test } from 'vitest';
import { closingLine } from '../../../support/closing-line-reporter.ts';

test('closingLine states the counts and a good exit when every test passed', () => {
  expect(closingLine({ passed: 3, failed: 0 }, 0)).toEqual({
    line: '3 passed, 0 failed',
    exitCode: 0,
  });
});

test('closingLine fails the run when a test failed, whatever the exit code was', () => {
  expect(closingLine({ passed: 3, failed: 2 }, 0)).toEqual({
    line: '3 passed, 2 failed',
    exitCode: 1,
  });
});

test('closingLine counts a failure nobody counted when the run ended badly', () => {
  expect(closingLine({ passed: 3, failed: 0 }, 1)).toEqual({
    line: '3 passed, 1 failed',
    exitCode: 1,
  });
});

test('closingLine fails a run in which nothing ran', () => {
  expect(closingLine({ passed: 0, failed: 0 }, 0)).toEqual({
    line: '0 passed, 0 failed',
    exitCode: 1,
  });
});
