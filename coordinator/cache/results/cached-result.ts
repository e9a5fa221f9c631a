/** How a deterministic execution ended, with all that was heard of it on the way. */
import type {
  CacheUse,
  LogEntry,
  Outcome,
  OutcomeWord,
} from '../../../shared/execution/outcome.ts';
import type { ValueCodec } from '../value-codec.ts';

export interface CachedResult {
  readonly outcome: Outcome;
  readonly logs: readonly LogEntry[];
  /** As it was told to listeners, the latest last. */
  readonly progress: readonly string[];
}

/**
 * The words that follow from the key alone. How much processor time, memory or patience was left is
 * a matter of the machine and the moment, and so is whatever ends with CPU_EXCEEDED,
 * WALL_EXCEEDED, MEMORY_EXCEEDED or CRASHED; what the system did to a run is nobody's result.
 */
const pureWords: ReadonlySet<OutcomeWord> = new Set<OutcomeWord>([
  'SUCCEEDED',
  'SCRIPT_THREW',
  'SYNTAX_ERROR',
  'OUTPUT_EXCEEDED',
]);

/** What V8 throws when the stack or memory is at its end, which depends on what else is there. */
const exhaustion = /call stack size exceeded|allocation failed|out of memory/i;

export function isPure({ word, error, usage, mayHaveHadEffects }: Outcome): boolean {
  if (!pureWords.has(word) || mayHaveHadEffects) return false;
  // One that was begun again has left the lines of its first attempt.
  if (usage.attempts !== 1) return false;
  return error === undefined || !exhaustion.test(error.message);
}

/** The outcome as it is for one who had it from a cache: nothing ran for it, and nothing was spent. */
export function unspent(outcome: Outcome, cacheUse: CacheUse): Outcome {
  const { inputBytes, resultBytes, logBytes, functionVersion } = outcome.usage;
  return {
    ...outcome,
    usage: {
      queuedUs: 0,
      wallUs: 0,
      cpuUs: 0,
      heapPeakBytes: 0,
      attempts: 0,
      nodeId: '',
      isWarm: false,
      inputBytes,
      resultBytes,
      logBytes,
      ...(functionVersion === undefined ? {} : { functionVersion }),
      cacheUse,
    },
  };
}

/** Raised when what is written today could not be read by what was written before. */
const formatVersion = 1;

interface Written extends CachedResult {
  readonly formatVersion: number;
  readonly resultBase64?: string;
}

export const resultCodec: ValueCodec<CachedResult> = {
  encode({ outcome: { resultBytes, ...outcome }, logs, progress }) {
    const resultBase64 = resultBytes && Buffer.from(resultBytes).toString('base64');
    return Buffer.from(JSON.stringify({ formatVersion, outcome, logs, progress, resultBase64 }));
  },
  decode(bytes) {
    const written = JSON.parse(bytes.toString()) as Written;
    if (written.formatVersion !== formatVersion)
      throw new Error(`Could not read a result: it is of format ${written.formatVersion}`);
    const { outcome, logs, progress, resultBase64 } = written;
    if (resultBase64 === undefined) return { outcome, logs, progress };
    const resultBytes = Buffer.from(resultBase64, 'base64');
    return { outcome: { ...outcome, resultBytes }, logs, progress };
  },
};
