/** Structured logs, as the rest of the code sees them. pino-logger.ts writes them. */

/** What a line is about: plain data. Keys that name secrets are never written out. */
export type LogFields = Readonly<Record<string, unknown>>;

export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  /** An error given as the field `err` is written with its stack and its causes. */
  error(fields: LogFields, message: string): void;
  /** A logger whose lines all carry `fields`. */
  child(fields: LogFields): Logger;
}

/** For tests, and for who does not want logs. */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLogger,
};
