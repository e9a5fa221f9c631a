/** Outcomes and console lines as clients see them. */
import { IsopodError } from '../errors/isopod-error.ts';
import type { LogEntry, Outcome } from '../execution/outcome.ts';
import { resultOf } from '../execution/payload.ts';
import type {
  LogEntry__Output,
  LogEntry as WireLogEntry,
} from '../generated/isopod/v1/LogEntry.ts';
import type { Outcome__Output, Outcome as WireOutcome } from '../generated/isopod/v1/Outcome.ts';
import { durationFromUs, durationToUs } from './duration.ts';
import { cacheUseEnum, logLevelEnum, outcomeWordEnum } from './enums.ts';

export function outcomeToWire(outcome: Outcome): WireOutcome {
  const { usage } = outcome;
  return {
    word: outcomeWordEnum.toWire(outcome.word),
    ...resultOf(outcome),
    ...(outcome.error ? { error: outcome.error } : {}),
    usage: {
      queuedTime: durationFromUs(usage.queuedUs),
      wallTime: durationFromUs(usage.wallUs),
      cpuTime: durationFromUs(usage.cpuUs),
      heapPeakBytes: usage.heapPeakBytes,
      attempts: usage.attempts,
      nodeId: usage.nodeId,
      startKind:
        usage.attempts === 0
          ? 'START_KIND_UNSPECIFIED'
          : usage.isWarm
            ? 'START_KIND_WARM'
            : 'START_KIND_COLD',
      inputBytes: usage.inputBytes,
      resultBytes: usage.resultBytes,
      logBytes: usage.logBytes,
      functionVersion: usage.functionVersion ?? '',
      ...(usage.cacheUse ? { cacheUse: cacheUseEnum.toWire(usage.cacheUse) } : {}),
    },
    mayHaveHadEffects: outcome.mayHaveHadEffects,
  };
}

/** Throws INTERNAL for an outcome without a word or usage: the server is of another version. */
export function outcomeFromWire(wire: Outcome__Output | null): Outcome {
  const word = outcomeWordEnum.fromWire(wire?.word);
  if (!wire?.usage || !word)
    throw new IsopodError('INTERNAL', `Could not read an outcome: its word is ${wire?.word}`);
  const { usage } = wire;
  const cacheUse = cacheUseEnum.fromWire(usage.cacheUse);
  return {
    word,
    ...resultOf(wire),
    ...(wire.error ? { error: wire.error } : {}),
    usage: {
      queuedUs: durationToUs(usage.queuedTime),
      wallUs: durationToUs(usage.wallTime),
      cpuUs: durationToUs(usage.cpuTime),
      heapPeakBytes: usage.heapPeakBytes,
      attempts: usage.attempts,
      nodeId: usage.nodeId,
      isWarm: usage.startKind === 'START_KIND_WARM',
      inputBytes: usage.inputBytes,
      resultBytes: usage.resultBytes,
      logBytes: usage.logBytes,
      ...(usage.functionVersion === '' ? {} : { functionVersion: usage.functionVersion }),
      ...(cacheUse ? { cacheUse } : {}),
    },
    mayHaveHadEffects: wire.mayHaveHadEffects,
  };
}

export function logEntryToWire(entry: LogEntry): WireLogEntry {
  return {
    level: logLevelEnum.toWire(entry.level),
    text: entry.text,
    timeOffset: durationFromUs(entry.sinceStartUs),
    attempt: entry.attempt,
  };
}

export function logEntryFromWire(wire: LogEntry__Output): LogEntry {
  return {
    level: logLevelEnum.fromWire(wire.level) ?? 'LOG',
    text: wire.text,
    sinceStartUs: durationToUs(wire.timeOffset),
    attempt: wire.attempt,
  };
}
