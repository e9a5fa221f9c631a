import { expect, test } from 'vitest';
import { Resilience } from '../../../../coordinator/resilience/resilience.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { exampleExecution } from '../../../support/example-execution.ts';
import { exampleResilience } from '../../../support/example-resilience.ts';
import { RecordingObserver } from '../../../support/scripted-cluster.ts';

/** How many retries it lets pass after so many executions, each accepted or refused. */
function retriesAfter(executions: number, accept: () => void): number {
  const parts = { clock: new VirtualClock(), random: seededRandom(1) };
  const resilience = new Resilience(exampleResilience, parts);
  for (let count = 0; count < executions; count++)
    try {
      resilience.watch(exampleExecution(), new RecordingObserver(), accept);
    } catch {
      // It was refused.
    }
  let retries = 0;
  while (resilience.mayRetry()) retries++;
  return retries;
}

test('Resilience lets a tenth of what was accepted be retried, and nothing for what was refused', () => {
  const refuse = (): never => {
    throw new Error('full');
  };
  const whereNothingCame = retriesAfter(0, () => {});
  expect(retriesAfter(10_000, () => {})).toBe(whereNothingCame + 1_000);
  expect(retriesAfter(10_000, refuse)).toBe(whereNothingCame);
});
