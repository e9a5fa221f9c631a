/** A terminal that remembers what a command wrote. */
import type { Terminal } from '../../client/cli/terminal.ts';

export interface CapturedTerminal extends Terminal {
  /** What was written so far. */
  readonly written: { out: string; err: string };
}

/** `isForPeople`: as when a person looks at both streams. */
export function capturedTerminal({ isForPeople = false } = {}): CapturedTerminal {
  const written = { out: '', err: '' };
  return {
    written,
    out: (text) => {
      written.out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
    },
    err: (text) => {
      written.err += text;
    },
    isOutForPeople: isForPeople,
    isErrForPeople: isForPeople,
  };
}
