/** The places in a stack, one by one, as their authors know them. */
import type { Place, PlaceMap } from './source-map.ts';

/**
 * `mapOf` has the map of a file, if there is one. A stack's text may be a guest's making: each line
 * is looked at from its end, once.
 */
export function mapStack(stack: string, mapOf: (fileName: string) => PlaceMap | undefined): string {
  return stack
    .split('\n')
    .map((line) => mapLine(line, mapOf))
    .join('\n');
}

/** `    at f (FILE:LINE:COLUMN)` or `    at FILE:LINE:COLUMN`. */
function mapLine(line: string, mapOf: (fileName: string) => PlaceMap | undefined): string {
  const end = line.endsWith(')') ? line.length - 1 : line.length;
  const columnAt = line.lastIndexOf(':', end) + 1;
  const lineAt = line.lastIndexOf(':', columnAt - 2) + 1;
  const fileAt = Math.max(line.lastIndexOf(' ', lineAt), line.lastIndexOf('(', lineAt)) + 1;
  if (columnAt === 0 || lineAt === 0 || fileAt >= lineAt) return line;
  const lineNumber = numberIn(line.slice(lineAt, columnAt - 1));
  const column = numberIn(line.slice(columnAt, end));
  if (lineNumber === undefined || column === undefined) return line;
  const place = mapOf(line.slice(fileAt, lineAt - 1))?.(lineNumber, column);
  return place ? line.slice(0, fileAt) + shown(place) + line.slice(end) : line;
}

function numberIn(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function shown({ fileName, line, column }: Place): string {
  return `${fileName}:${line}:${column}`;
}
