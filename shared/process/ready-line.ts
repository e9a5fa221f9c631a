/**
 * How a program tells the one that started it that it is ready, and where: one line of JSON on a
 * descriptor of its own, so that it cannot be mixed up with logs.
 */
import { closeSync, writeSync } from 'node:fs';

/** What a program says about itself. `port` is of those that listen. */
export interface ReadyLine {
  readonly event: string;
  readonly port?: number;
}

/** Writes the line and closes the descriptor. Does nothing where nobody asked, or is left. */
export function readyLine(fd: number | undefined, line: ReadyLine): void {
  if (fd === undefined) return;
  try {
    writeSync(fd, `${JSON.stringify(line)}\n`);
    closeSync(fd);
  } catch {
    // Whoever wanted to know is gone; `endWithParent` deals with that.
  }
}
