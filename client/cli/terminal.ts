/** Where a command writes: results to `out`, everything else to `err`. */
import { isatty } from 'node:tty';
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

export interface Terminal {
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  /** Whether a person is looking, rather than another program. */
  readonly isOutForPeople: boolean;
  readonly isErrForPeople: boolean;
}

export function processTerminal(): Terminal {
  // A reader that has seen enough (`| head`) is no reason to fail.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isOutForPeople: isatty(1),
    isErrForPeople: isatty(2),
  };
}

/** Text for `err`, styled when people read it and have not asked for plain text. */
export function styled(terminal: Terminal, style: Style, text: string): string {
  const isWanted = terminal.isErrForPeople && !process.env['NO_COLOR'];
  return isWanted ? styleText(style, text, { validateStream: false }) : text;
}
