/**
 * An error as the program's author can read it: places in the files that were written, where a
 * source map tells them, and a word for what the engine says too little about.
 */
import { errorTextLimits } from '../../../shared/execution/limits.ts';
import type { GuestError } from '../../../shared/execution/outcome.ts';
import type { Code } from './code.ts';
import { mapStack } from './map-stack.ts';
import { type PlaceMap, readSourceMap } from './source-map.ts';

/** What V8 says of `import()` where its embedder has none. */
const engineOnImport = 'Not supported';
const noImport =
  'import() is not there in the sandbox: import at the top of the file; ' +
  'bundling, as isopod run does, takes import() of a written name away';

export class ErrorTeller {
  /** The maps of the code that failed last: one that fails is likely to fail again. */
  #code: Code | undefined;
  readonly #maps = new Map<string, PlaceMap | undefined>();

  tell(code: Code, error: GuestError): GuestError {
    const isImport =
      error.message === engineOnImport && code.mentions(/\bimport\s*\(/, engineOnImport);
    const message = isImport ? noImport : error.message;
    if (error.stack === '') return { ...error, message };
    const stack = mapStack(error.stack, (fileName) => this.#mapOf(code, fileName));
    return { ...error, message, stack: stack.slice(0, errorTextLimits.stackCharsMax) };
  }

  /** Nothing of a tenant's is kept. */
  forget(): void {
    this.#code = undefined;
    this.#maps.clear();
  }

  #mapOf(code: Code, fileName: string): PlaceMap | undefined {
    if (this.#code !== code) {
      this.#code = code;
      this.#maps.clear();
    }
    if (!this.#maps.has(fileName)) this.#maps.set(fileName, mapIn(code, fileName));
    return this.#maps.get(fileName);
  }
}

function mapIn(code: Code, fileName: string): PlaceMap | undefined {
  const file = code.fileNamed(fileName);
  return file && readSourceMap(file.text, (specifier) => code.fileBeside(file.path, specifier));
}
