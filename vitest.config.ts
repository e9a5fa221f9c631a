import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './test/support/closing-line-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    // Processes, not threads: the watchdogs of the tests' services see a process's death, and a
    // native crash costs one file. isolated-vm loads only without Node's start-up snapshot.
    pool: 'forks',
    // Node's advice on its own experiments, one of which node-agents use, is for developers of them.
    execArgv: ['--no-node-snapshot', '--disable-warning=ExperimentalWarning'],
    // Most suites wait for processes of their own, so two files at a time keep two cores busy.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', new ClosingLineReporter()],
    passWithNoTests: false,
    allowOnly: false,
    retry: 0,
  },
});
