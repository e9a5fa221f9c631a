/** A program's text and name, made fit to be compiled. */

const fileNameCharsMax = 256;
const fallbackFileName = 'program.js';

/**
 * The name that stands in stacks. V8 takes a script's name from a comment, which ends at white
 * space and quotes, and a stack is parsed by people and programs at colons and brackets.
 */
export function plainFileName(fileName: string): string {
  const plain = fileName.replace(/[^\w.\-/@+]/g, '_').slice(0, fileNameCharsMax);
  return plain === '' ? fallbackFileName : plain;
}

/** The text that `eval` is given: named, on a line of its own, so that no line number moves. */
export function namedScript(source: string, fileName: string): string {
  return `${source}\n//# sourceURL=${fileName}`;
}
