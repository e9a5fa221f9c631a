/**
 * Runs on their way to a node, and what became of them. The hot path: flat, without checks that
 * the sender has made already, except where a wrong value could do harm.
 */
import type { Program } from '../execution/execution.ts';
import { inputOf, resultOf, sizeOfResult } from '../execution/payload.ts';
import type { RunEnded__Output, RunEnded as WireEnded } from '../generated/isopod/v1/RunEnded.ts';
import type { RunLogs__Output, RunLogs as WireLogs } from '../generated/isopod/v1/RunLogs.ts';
import type { RunProgram } from '../generated/isopod/v1/RunProgram.ts';
import type { RunStart__Output, RunStart as WireStart } from '../generated/isopod/v1/RunStart.ts';
import type { SourceModule__Output } from '../generated/isopod/v1/SourceModule.ts';
import { egressToWire } from './egress-codec.ts';
import {
  isolationLevelEnum,
  logLevelEnum,
  moduleKindEnum,
  outcomeWordEnum,
  programKindEnum,
  programLanguageEnum,
} from './enums.ts';
import { runLimitsFromWire, runLimitsToWire } from './limits-codec.ts';
import type { RunEnded, RunLogs, RunStart } from './node-messages.ts';
import { moduleToWire } from './source-codec.ts';
import { WireError } from './wire-error.ts';

const uint32Max = 2 ** 32 - 1;

/** `nowMs` is the sender's monotonic clock: deadlines travel as the time that is left. */
export function runStartToWire(start: RunStart, nowMs: number): WireStart {
  const { execution } = start;
  const { program } = execution;
  return {
    runId: start.runId,
    tenantId: execution.tenantId,
    program: {
      hash: program.hash,
      source: start.isProgramKept ? '' : program.source,
      kind: programKindEnum.toWire(program.kind),
      language: programLanguageEnum.toWire(program.language),
      fileName: program.fileName,
      ...modulesToWire(start),
    },
    ...inputOf(execution),
    limits: runLimitsToWire(execution.limits),
    isolationLevel: isolationLevelEnum.toWire(execution.isolation),
    idempotent: execution.isIdempotent,
    ...(execution.determinism ? { determinism: execution.determinism } : {}),
    ...(execution.toolNames ? { toolNames: [...execution.toolNames] } : {}),
    ...(execution.egressRules ? { egress: egressToWire(execution.egressRules) } : {}),
    ...(execution.sessionId === undefined ? {} : { sessionId: execution.sessionId }),
    deadlineUs: deadlineToWire(start.deadlineMs, nowMs),
  };
}

function deadlineToWire(deadlineMs: number, nowMs: number): number {
  const leftUs = Math.max(1, Math.round((deadlineMs - nowMs) * 1000));
  return leftUs > uint32Max ? 0 : leftUs;
}

/** `nowMs` is the reader's monotonic clock. Throws WireError. */
export function runStartFromWire(wire: RunStart__Output, nowMs: number): RunStart {
  const { program, limits } = wire;
  if (!program || !limits || wire.runId === 0 || wire.tenantId === '')
    throw new WireError(`Could not read a run: run ${wire.runId} is incomplete`);
  const kind = programKindEnum.fromWire(program.kind);
  const language = programLanguageEnum.fromWire(program.language);
  const isolation = isolationLevelEnum.fromWire(wire.isolationLevel);
  if (!kind || !language || !isolation)
    throw new WireError(`Could not read a run: run ${wire.runId} has an unknown enum value`);
  if (wire.determinism && isolation === 'POOLED')
    throw new WireError(`Could not read a run: run ${wire.runId} is deterministic and POOLED`);
  return {
    runId: wire.runId,
    execution: {
      tenantId: wire.tenantId,
      program: {
        hash: program.hash,
        source: program.source,
        kind,
        language,
        fileName: program.fileName,
        ...modulesFromWire(program.modules, wire.runId),
      },
      ...inputOf(wire),
      limits: runLimitsFromWire(limits),
      isolation,
      isIdempotent: wire.idempotent,
      ...(wire.determinism ? { determinism: { ...wire.determinism } } : {}),
      ...(wire.sessionId === '' ? {} : { sessionId: wire.sessionId }),
      ...(wire.toolNames.length > 0 ? { toolNames: wire.toolNames } : {}),
      ...(wire.egress ? { egressRules: wire.egress.allow } : {}),
    },
    // A text is never empty.
    ...(program.source === '' ? { isProgramKept: true } : {}),
    deadlineMs: wire.deadlineUs === 0 ? Number.POSITIVE_INFINITY : nowMs + wire.deadlineUs / 1000,
  };
}

function modulesToWire({ isProgramKept, execution }: RunStart): Pick<RunProgram, 'modules'> {
  const { modules } = execution.program;
  return isProgramKept || !modules ? {} : { modules: modules.map(moduleToWire) };
}

function modulesFromWire(
  modules: readonly SourceModule__Output[],
  runId: number,
): Pick<Program, 'modules'> {
  if (modules.length === 0) return {};
  return {
    modules: modules.map(({ path, text, kind: wireKind }) => {
      const kind = moduleKindEnum.fromWire(wireKind);
      if (kind) return { path, text, kind };
      throw new WireError(`Could not read a run: run ${runId} has a module of unknown kind`);
    }),
  };
}

export function runEndedToWire({ runId, outcome }: RunEnded): WireEnded {
  const { usage } = outcome;
  return {
    runId,
    word: outcomeWordEnum.toWire(outcome.word),
    ...resultOf(outcome),
    ...(outcome.error ? { error: outcome.error } : {}),
    mayHaveHadEffects: outcome.mayHaveHadEffects,
    waitedUs: toUint32(usage.queuedUs),
    wallUs: toUint32(usage.wallUs),
    cpuUs: toUint32(usage.cpuUs),
    heapPeakBytes: toUint32(usage.heapPeakBytes),
    attempts: usage.attempts,
    warm: usage.isWarm,
    logBytes: toUint32(usage.logBytes),
  };
}

/** Throws WireError. */
export function runEndedFromWire(wire: RunEnded__Output): RunEnded {
  const word = outcomeWordEnum.fromWire(wire.word);
  if (!word) throw new WireError(`Could not read the end of run ${wire.runId}: word ${wire.word}`);
  return {
    runId: wire.runId,
    outcome: {
      word,
      ...resultOf(wire),
      ...(wire.error ? { error: wire.error } : {}),
      mayHaveHadEffects: wire.mayHaveHadEffects,
      usage: {
        queuedUs: wire.waitedUs,
        wallUs: wire.wallUs,
        cpuUs: wire.cpuUs,
        heapPeakBytes: wire.heapPeakBytes,
        attempts: wire.attempts,
        nodeId: '',
        isWarm: wire.warm,
        inputBytes: 0,
        resultBytes: sizeOfResult(wire),
        logBytes: wire.logBytes,
      },
    },
  };
}

export function runLogsToWire({ runId, lines }: RunLogs): WireLogs {
  return {
    runId,
    lines: lines.map((line) => ({
      level: logLevelEnum.toWire(line.level),
      text: line.text,
      sinceStartUs: toUint32(line.sinceStartUs),
      attempt: line.attempt,
    })),
  };
}

export function runLogsFromWire(wire: RunLogs__Output): RunLogs {
  return {
    runId: wire.runId,
    lines: wire.lines.map((line) => ({
      level: logLevelEnum.fromWire(line.level) ?? 'LOG',
      text: line.text,
      sinceStartUs: line.sinceStartUs,
      attempt: line.attempt,
    })),
  };
}

function toUint32(value: number): number {
  return Math.min(uint32Max, Math.max(0, Math.round(value)));
}
