/**
 * Logs by pino, to stderr: stdout belongs to results. One JSON object a line; for people at a
 * terminal, when they ask for it, a line of text.
 */
import { isatty } from 'node:tty';
import { type DestinationStream, pino } from 'pino';
import type { LogLevelName } from '../config/common-settings.ts';
import type { Logger } from './logger.ts';
import { prettyLine } from './pretty-line.ts';

/** Names under which a secret could come; at the top of a line's fields and one level down. */
const secretNames = ['token', 'nodeToken', 'authorization', 'password', 'secret', 'apiKey'];

interface LoggerOptions {
  readonly level: LogLevelName;
  /** Text instead of JSON. */
  readonly isPretty: boolean;
  /** Bound to every line, such as the program's name. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** @default stderr */
  readonly destination?: DestinationStream;
}

export function pinoLogger(options: LoggerOptions): Logger {
  // Synchronous, so that the last words before a crash are not lost; a busy program logs little.
  const target = options.destination ?? pino.destination({ dest: 2, sync: true });
  const destination = options.isPretty
    ? { write: (line: string) => target.write(prettyLine(line)) }
    : target;
  const logger = pino(
    {
      level: options.level,
      base: options.fields,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: secretNames.flatMap((name) => [name, `*.${name}`]),
        censor: '[not shown]',
      },
    },
    destination,
  );
  return logger;
}

/** The logger of a program, as its configuration says. */
export function programLogger(
  program: string,
  config: { readonly logLevel: LogLevelName; readonly logPretty: boolean },
): Logger {
  const isPretty = config.logPretty && isatty(2);
  return pinoLogger({ level: config.logLevel, isPretty, fields: { program } });
}
