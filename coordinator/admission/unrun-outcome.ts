/** What an execution's outcome says that no node has said. */
import type { Outcome, Usage } from '../../shared/execution/outcome.ts';

const errors = {
  CANCELLED: { name: 'Cancelled', message: 'Could not finish the execution: it was cancelled' },
  NODE_LOST: { name: 'NodeLost', message: 'Could not finish the execution: its node was lost' },
  SESSION_LOST: {
    name: 'SessionLost',
    message: 'Could not run the execution: the node that held its session is gone',
  },
};

export type UnrunWord = keyof typeof errors;

type KnownUsage = Pick<
  Usage,
  'queuedUs' | 'attempts' | 'nodeId' | 'inputBytes' | 'functionVersion'
>;

export function unrunOutcome(
  word: UnrunWord,
  mayHaveHadEffects: boolean,
  usage: KnownUsage,
): Outcome {
  return {
    word,
    error: { ...errors[word], stack: '' },
    mayHaveHadEffects,
    usage: {
      wallUs: 0,
      cpuUs: 0,
      heapPeakBytes: 0,
      isWarm: false,
      resultBytes: 0,
      logBytes: 0,
      ...usage,
    },
  };
}
