/** Log lines as the guest runtime hands them over, one at a time or kept together. */
import { logLevels } from '../../../shared/execution/outcome.ts';
import type { LogLine } from '../../frames/frame.ts';
import { progressLevel } from '../runtime/runtime-protocol.ts';

export function logLine(levelNumber: number, text: string, sinceStartUs: number): LogLine {
  return {
    level: logLevels[levelNumber] ?? 'LOG',
    text,
    sinceStartUs: Math.max(0, Math.round(sinceStartUs)),
  };
}

export interface KeptLogs {
  readonly lines: readonly LogLine[];
  /** What the program says last of its progress, as JSON; undefined for nothing. */
  readonly progressJson: string | undefined;
}

/** `json` is what the runtime's takeLogs made: no guest had a hand in its form. */
export function keptLogs(json: string): KeptLogs {
  const kept = JSON.parse(json) as readonly (readonly [number, string, number])[];
  return {
    lines: kept.filter(([level]) => level >= 0).map((line) => logLine(...line)),
    progressJson: kept.findLast(([level]) => level === progressLevel)?.[1],
  };
}
