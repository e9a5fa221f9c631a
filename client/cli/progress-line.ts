/**
 * How far a run says that it is, on stderr: for people one line that is written over, for programs
 * a line each. A share of 1 and `{ done, total, message }` are shown as a bar, anything else as JSON.
 */
import type { ExecuteOptions } from '../sdk/execute-options.ts';
import { reportLog } from './outcome-report.ts';
import { shownText } from './shown-text.ts';
import type { Terminal } from './terminal.ts';

const barChars = 20;
const textCharsMax = 120;
const toLineStart = '\r\u001b[K';

export class ProgressLine {
  readonly #terminal: Terminal;
  #isShown = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(value: unknown): void {
    const text = progressText(value);
    if (!this.#terminal.isErrForPeople) return this.#terminal.err(`progress: ${text}\n`);
    this.#terminal.err(`${toLineStart}${text}`);
    this.#isShown = true;
  }

  /** What is shown while a run runs: a log line takes the place of the progress. */
  listeners(): Pick<ExecuteOptions, 'onLog' | 'onProgress'> {
    return {
      onLog: (entry) => {
        this.clear();
        reportLog(this.#terminal, entry);
      },
      onProgress: (value) => this.show(value),
    };
  }

  /** Before anything else is written. */
  clear(): void {
    if (this.#isShown) this.#terminal.err(toLineStart);
    this.#isShown = false;
  }
}

/** One line, whatever the program gave. */
export function progressText(value: unknown): string {
  if (isShare(value)) return bar(value);
  if (typeof value !== 'object' || value === null) return oneLine(value);
  const { done, total, message } = value as Readonly<Record<string, unknown>>;
  const isCounted = typeof done === 'number' && typeof total === 'number' && total > 0;
  if (!isCounted || !isShare(done / total)) return oneLine(value);
  const counted = `${bar(done / total)} ${done}/${total}`;
  return typeof message === 'string' ? `${counted} ${oneLine(message)}` : counted;
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function bar(share: number): string {
  const full = Math.round(share * barChars);
  return `[${'#'.repeat(full)}${' '.repeat(barChars - full)}] ${Math.floor(share * 100)}%`;
}

function oneLine(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const cut = text.length > textCharsMax ? `${text.slice(0, textCharsMax)}…` : text;
  return shownText(cut.replace(/[\n\t]/g, ' '));
}
