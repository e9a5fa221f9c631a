/**
 * Ends a test run with one line that any tool can read: `N passed, N failed`, alone, last.
 *
 * Other reporters print after the run's end, and a teardown may fail later still, so the line is
 * written when the process exits, synchronously. It never says better than the exit status: a
 * file that did not load, an error outside any test and a failed teardown count as failures, and
 * a run in which nothing ran is not a success.
 */
import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export class ClosingLineReporter implements Reporter {
  #counts: Counts = { passed: 0, failed: 0 };

  onInit(): void {
    process.once('exit', (exitCode) => {
      const closing = closingLine(this.#counts, exitCode);
      process.exitCode = closing.exitCode;
      writeSync(process.stdout.fd, `${closing.line}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], errorsOutsideTests: readonly unknown[]): void {
    this.#counts = countResults(modules, errorsOutsideTests.length);
  }
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export function closingLine(
  { passed, failed }: Counts,
  exitCode: number,
): { line: string; exitCode: number } {
  const ranNothing = passed + failed === 0;
  const failedAtLeast = exitCode === 0 ? failed : Math.max(failed, 1);
  const isGood = failedAtLeast === 0 && !ranNothing;
  return {
    line: `${passed} passed, ${failedAtLeast} failed`,
    exitCode: isGood ? 0 : exitCode || 1,
  };
}

function countResults(modules: readonly TestModule[], errorsOutsideTests: number): Counts {
  let passed = 0;
  let failed = errorsOutsideTests;
  for (const testModule of modules) {
    failed += testModule.errors().length;
    for (const suite of testModule.children.allSuites()) failed += suite.errors().length;
    for (const testCase of testModule.children.allTests()) {
      const { state } = testCase.result();
      if (state === 'passed') passed += 1;
      if (state === 'failed') failed += 1;
    }
  }
  return { passed, failed };
}
