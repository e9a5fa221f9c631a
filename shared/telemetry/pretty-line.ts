/** A JSON log line as a line of text: `12:34:56.789 WARN  coordinator  node lost  nodeId=a`. */
import { styleText } from 'node:util';

const colours = { debug: 'gray', info: 'cyan', warn: 'yellow', error: 'red' } as const;

export function prettyLine(json: string): string {
  const { level, time, program, msg, err, ...fields } = JSON.parse(json) as LineFields;
  const colour = colours[level as keyof typeof colours] ?? 'white';
  const rest = Object.entries(fields).map(([key, value]) => `${key}=${valueText(value)}`);
  const words = [
    time.slice(11, 23),
    styleText(colour, level.toUpperCase().padEnd(5), { validateStream: false }),
    program ?? '',
    msg ?? '',
    ...rest,
  ].filter(Boolean);
  return `${words.join('  ')}\n${err?.stack ? `${err.stack}\n` : ''}`;
}

interface LineFields {
  readonly level: string;
  /** ISO 8601. */
  readonly time: string;
  readonly program?: string;
  readonly msg?: string;
  readonly err?: { readonly stack?: string };
  readonly [field: string]: unknown;
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
