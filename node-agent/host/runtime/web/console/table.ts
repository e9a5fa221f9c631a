/** console.table, drawn as Node does. */
import { inspectTop } from '../kit.ts';

const rowsMax = 1_000;
const valuesHeading = 'Values';

interface Row {
  readonly index: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** `columns` are the properties to show; all that the rows have when it is undefined. */
export function tableOf(data: object, columns: readonly string[] | undefined): string {
  const rows = entriesOf(data)
    .slice(0, rowsMax)
    .map(([index, value]) => rowOf(index, value, columns));
  const headings = columns ?? [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  const ordered = headings.filter((heading) => heading !== valuesHeading);
  if (columns === undefined && headings.includes(valuesHeading)) ordered.push(valuesHeading);
  const lines = [
    ['(index)', ...ordered],
    ...rows.map(({ index, cells }) => [index, ...ordered.map((key) => cells.get(key) ?? '')]),
  ];
  return draw(lines);
}

function entriesOf(data: object): [index: string, value: unknown][] {
  if (data instanceof Map) return [...data].map((entry, index) => [String(index), entry]);
  if (data instanceof Set) return [...data].map((member, index) => [String(index), member]);
  return Object.entries(data);
}

function rowOf(index: string, value: unknown, columns: readonly string[] | undefined): Row {
  if (typeof value !== 'object' || value === null) {
    return { index, cells: new Map([[valuesHeading, show(value)]]) };
  }
  const keys = columns ?? Object.keys(value);
  const cells = keys
    .filter((key) => Object.hasOwn(value, key))
    .map((key) => [key, show((value as Record<string, unknown>)[key])] as const);
  return { index, cells: new Map(cells) };
}

function show(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : inspectTop(value).replaceAll(/\s*\n\s*/g, ' ');
}

function draw(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    lines.reduce((width, line) => Math.max(width, (line[column] ?? '').length), 0),
  );
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
  const row = (cells: readonly string[]): string =>
    `│${cells.map((cell, column) => ` ${cell.padEnd(widths[column] ?? 0)} `).join('│')}│`;
  const [heading = [], ...rows] = lines;
  const body = rows.map(row);
  return [
    rule('┌', '┬', '┐'),
    row(heading),
    rule('├', '┼', '┤'),
    ...body,
    rule('└', '┴', '┘'),
  ].join('\n');
}
