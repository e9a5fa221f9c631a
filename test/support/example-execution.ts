/** An execution, an outcome and a line of logs like any other; `given` replaces what they say. */
import type { Execution } from '../../shared/execution/execution.ts';
import { defaultLimits } from '../../shared/execution/limits.ts';
import type { LogEntry, Outcome, Usage } from '../../shared/execution/outcome.ts';
import { programHash } from '../../shared/execution/program-hash.ts';

export function exampleExecution(given: Partial<Execution> & { source?: string } = {}): Execution {
  const { source = '1 + 1', ...rest } = given;
  const program = { source, kind: 'AUTO', language: 'JAVASCRIPT', fileName: 'main.js' } as const;
  return {
    tenantId: 'default',
    program: { ...program, hash: programHash(program) },
    limits: defaultLimits,
    isolation: 'FRESH',
    isIdempotent: false,
    ...rest,
  };
}

/** As a node tells it. */
export function exampleOutcome(
  given: Partial<Omit<Outcome, 'usage'>> & { readonly usage?: Partial<Usage> } = {},
): Outcome {
  const { usage, ...rest } = given;
  return {
    word: 'SUCCEEDED',
    mayHaveHadEffects: false,
    ...rest,
    usage: {
      queuedUs: 0,
      wallUs: 2_000,
      cpuUs: 1_500,
      heapPeakBytes: 0,
      attempts: 1,
      nodeId: '',
      isWarm: false,
      inputBytes: 0,
      resultBytes: 0,
      logBytes: 0,
      ...usage,
    },
  };
}

export function exampleLogEntry(given: Partial<LogEntry> = {}): LogEntry {
  return { level: 'LOG', text: 'a line', sinceStartUs: 10, attempt: 1, ...given };
}
