/**
 * A source map that came with a program, read when an error has occurred. It is a stranger's data:
 * what is not as it should be, or too long, is as if it were not there.
 *
 * Read here and not in the agent, which parses nothing of a guest's, by what Node has for it.
 */
import type { SourceMap } from 'node:module';
import { plainFileName } from './program-text.ts';

export interface Place {
  readonly fileName: string;
  readonly line: number;
  readonly column: number;
}

/** Where in its author's file something is, lines and columns from 1. */
export type PlaceMap = (line: number, column: number) => Place | undefined;

/** Node takes about 50 bytes for each. */
const mappingCharsMax = 400_000;
const sourcesMax = 10_000;
const comment = '//# sourceMappingURL=';
const dataUrl = /^data:application\/json;(?:charset=utf-?8;)?base64,/;

/** `fileAt` is asked for a map that is in a file of its own, by the name that the text says. */
export function readSourceMap(
  text: string,
  fileAt: (specifier: string) => string | undefined,
): PlaceMap | undefined {
  const commentAt = text.lastIndexOf(comment);
  if (commentAt === -1) return undefined;
  const url = text.slice(commentAt + comment.length).trimEnd();
  const inline = dataUrl.exec(url)?.[0];
  try {
    const json = inline
      ? Buffer.from(url.slice(inline.length), 'base64').toString()
      : fileAt(url.slice(0, 256));
    return json === undefined ? undefined : placeMap(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function placeMap(payload: unknown): PlaceMap | undefined {
  const { version, mappings, sources } = Object(payload) as Record<string, unknown>;
  if (version !== 3 || typeof mappings !== 'string' || mappings.length > mappingCharsMax)
    return undefined;
  if (!isStrings(sources) || sources.length > sourcesMax) return undefined;
  const map = newSourceMap({ version, mappings, sources: [...sources], names: [] });
  return (line, column) => {
    const found = map.findEntry(line - 1, column - 1);
    // It answers with what comes before, also where that is on another line.
    if (!('originalSource' in found) || found.generatedLine !== line - 1) return undefined;
    const { originalSource, originalLine, originalColumn } = found;
    if (typeof originalSource !== 'string') return undefined;
    const fileName = plainFileName(originalSource);
    return { fileName, line: originalLine + 1, column: originalColumn + 1 };
  };
}

function newSourceMap(payload: {
  readonly version: number;
  readonly mappings: string;
  readonly sources: string[];
  readonly names: string[];
}): SourceMap {
  // Not imported: few hosts need it, and all would pay.
  const { SourceMap: NodeSourceMap } = process.getBuiltinModule('node:module');
  return new NodeSourceMap({ ...payload, file: '', sourcesContent: [], sourceRoot: '' });
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
