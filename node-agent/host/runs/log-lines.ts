/** Log lines as the guest runtime hands them over, one at a time or kept together. */
import { logLevels } from '../../../shared/execution/outcome.ts';
import type { LogLine } from '../../frames/frame.ts';

export function logLine(levelNumber: number, text: string, sinceStartUs: number): LogLine {
  return {
    level: logLevels[levelNumber] ?? 'LOG',
    text,
    sinceStartUs: Math.max(0, Math.round(sinceStartUs)),
  };
}

/** `json` is what the runtime's takeLogs made: no guest had a hand in its form. */
export function keptLogLines(json: string): LogLine[] {
  const lines = JSON.parse(json) as readonly (readonly [number, string, number])[];
  return lines.map(([levelNumber, text, sinceStartUs]) => logLine(levelNumber, text, sinceStartUs));
}
