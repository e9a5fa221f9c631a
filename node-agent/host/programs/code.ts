/**
 * A program as the agent sent it, and how it is to be entered, found out at its first run.
 *
 *   unread ──read──▶ script | module          broken: it does not compile, and never will
 *               └──▶ broken
 */
import type { GuestError } from '../../../shared/execution/outcome.ts';
import { programChars } from '../../../shared/execution/program-size.ts';
import type { LoadFrame } from '../../frames/frame.ts';
import type { SandboxIsolate } from '../engine/sandbox-engine.ts';
import { isModuleRefusal, mayBeModule, seemsToExportDefault } from './module-words.ts';
import { ProgramGraph } from './program-graph.ts';
import { namedScript, plainFileName } from './program-text.ts';
import { resolveSpecifier } from './resolve-specifier.ts';
import { stripTypes } from './strip-types.ts';

export type CodeReading =
  /** `source` is fit for `run-script`. */
  | { readonly name: 'script'; readonly source: string }
  | { readonly name: 'module'; readonly graph: ProgramGraph }
  | { readonly name: 'broken'; readonly error: GuestError; readonly isHostSpent?: true };

export class Code {
  readonly codeId: number;
  readonly fileName: string;
  /** Of its text and all that it can import. */
  readonly chars: number;
  readonly #frame: LoadFrame;
  #reading: CodeReading | undefined;

  constructor(frame: LoadFrame) {
    this.#frame = frame;
    this.codeId = frame.codeId;
    this.fileName = plainFileName(frame.fileName);
    this.chars = programChars(frame);
  }

  /** Whether any of its texts has what is looked for, and none says `unless` itself. */
  mentions(pattern: RegExp, unless: string): boolean {
    const texts = [this.#frame.source, ...(this.#frame.modules ?? []).map(({ text }) => text)];
    return texts.some((text) => pattern.test(text)) && !texts.some((text) => text.includes(unless));
  }

  /** The file that stands in stacks by this name. */
  fileNamed(name: string): { readonly path: string; readonly text: string } | undefined {
    const { fileName, source, modules } = this.#frame;
    if (this.fileName === name) return { path: fileName, text: source };
    return modules?.find(({ path }) => plainFileName(path) === name);
  }

  /** The text of the module that `specifier` names in the file at `path`, as a link does. */
  fileBeside(path: string, specifier: string): string | undefined {
    const relative = specifier.startsWith('.') ? specifier : `./${specifier}`;
    const resolution = resolveSpecifier(relative, path);
    if ('fault' in resolution) return undefined;
    return this.#frame.modules?.find((module) => module.path === resolution.path)?.text;
  }

  /** Undefined until the first run has read it. */
  get reading(): CodeReading | undefined {
    return this.#reading;
  }

  /**
   * `isolate` is asked what the text is, where the text alone does not tell. `load`, if there is
   * one, loads a module that has a default export, and says whether it was one: no script has, so
   * then there is nothing more to ask.
   */
  async read(
    isolate: SandboxIsolate,
    load?: (graph: ProgramGraph) => Promise<boolean>,
  ): Promise<CodeReading> {
    const reading = await this.#read(isolate, load);
    // An isolate that was ended meanwhile tells nothing about the text.
    if (!isolate.isDisposed) this.#reading = reading;
    return reading;
  }

  /** What the source does not tell without compiling it; cheap for most scripts. */
  readAtOnce(): CodeReading | undefined {
    const { kind, language, source } = this.#frame;
    if (this.#reading !== undefined || language === 'TYPESCRIPT') return this.#reading;
    if (kind === 'MODULE' || (kind === 'AUTO' && mayBeModule(source))) return undefined;
    this.#reading = { name: 'script', source: namedScript(source, this.fileName) };
    return this.#reading;
  }

  async #read(
    isolate: SandboxIsolate,
    load: ((graph: ProgramGraph) => Promise<boolean>) | undefined,
  ): Promise<CodeReading> {
    const { kind, language } = this.#frame;
    let source = this.#frame.source;
    if (language === 'TYPESCRIPT') {
      const stripped = stripTypes(source, this.fileName);
      if ('error' in stripped) {
        const { error, isReaderBroken } = stripped;
        return { name: 'broken', error, ...(isReaderBroken && { isHostSpent: true }) };
      }
      source = stripped.source;
    }
    const script = { name: 'script', source: namedScript(source, this.fileName) } as const;
    if (kind === 'SCRIPT' || (kind === 'AUTO' && !mayBeModule(source))) return script;
    if (kind === 'MODULE') return this.#module(source);
    if (load && seemsToExportDefault(source)) {
      const reading = this.#module(source);
      if (await load(reading.graph)) return reading;
    }
    const refusal = await isolate.checkScript(source, this.fileName);
    if (refusal === undefined) return script;
    if (isModuleRefusal(refusal)) return this.#module(source);
    return { name: 'broken', error: refusal };
  }

  #module(source: string): Extract<CodeReading, { name: 'module' }> {
    const { fileName, modules } = this.#frame;
    return { name: 'module', graph: new ProgramGraph(fileName, source, modules) };
  }
}
