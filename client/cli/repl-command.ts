/**
 * `isopod repl`: a session, line by line.
 *
 * What does not compile because it is not at its end yet is asked on about: V8 itself tells, and a
 * text that does not compile changes nothing in the session.
 */
import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { inspect } from 'node:util';
import type { Command } from 'commander';
import { toIsopodError } from '../../shared/errors/isopod-error.ts';
import { type ProgramLanguage, programLanguages } from '../../shared/execution/execution.ts';
import type { Outcome } from '../../shared/execution/outcome.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import type { Session } from '../sdk/session.ts';
import { addConnectionOptions } from './connection-options.ts';
import { exitStatusOfReason } from './exit-status.ts';
import { addLimitOptions, type LimitOptions, limitsOf } from './limit-options.ts';
import { errorJson, outcomeJson, reportError, reportLog, reportOutcome } from './outcome-report.ts';
import type { CommandContext } from './run-command.ts';
import { wordOption } from './run-options.ts';
import { shownText } from './shown-text.ts';
import { styled } from './terminal.ts';
import { UsageMistake } from './usage-mistake.ts';
import { type ClusterOptions, withCluster } from './with-cluster.ts';

export interface ReplOptions extends ClusterOptions, LimitOptions {
  readonly json?: boolean;
  readonly language?: ProgramLanguage;
}

export function addReplOptions(command: Command): Command {
  addConnectionOptions(command, 'the cluster to use (default: one of its own, while it runs)')
    .option('--json', 'print one JSON object with outcome, usage and logs for each text')
    .addOption(wordOption('--language <language>', 'of the texts', programLanguages, 'javascript'));
  return addLimitOptions(command);
}

/** Messages of V8 for what is right as far as it goes. */
const unfinished =
  /^(?:Unexpected end of input|Unterminated template literal|missing \) after argument list)/;

const helpText = `What is typed is run in one session: what it declares is there for what follows.
  .exit    end it, as Ctrl-D does
  .new     begin a new session
  .help    print this
An empty line ends a text that seems unfinished. Ctrl-C gives up what is typed, or what runs.
`;

/** Returns the exit status. */
export async function replCommand(
  options: ReplOptions,
  context: CommandContext,
  input: Readable,
): Promise<number> {
  const { terminal } = context;
  try {
    const converse = async (client: IsopodClient, interruption: AbortSignal): Promise<number> => {
      const repl = new Repl(client, options, { ...context, interruption });
      await repl.run(input);
      return 0;
    };
    return await withCluster(options, context, converse, { hasNodes: true });
  } catch (thrown) {
    if (thrown instanceof UsageMistake) throw thrown;
    const error = toIsopodError(thrown);
    if (options.json) terminal.out(`${errorJson(error)}\n`);
    else reportError(terminal, error);
    return exitStatusOfReason[error.reason];
  }
}

class Repl {
  readonly #client: IsopodClient;
  readonly #options: ReplOptions;
  readonly #context: CommandContext;
  #session: Session | undefined;
  /** Lines that are no whole text yet. */
  #pending = '';
  /** Aborted when what runs is given up. */
  #running: AbortController | undefined;

  constructor(client: IsopodClient, options: ReplOptions, context: CommandContext) {
    this.#client = client;
    this.#options = options;
    this.#context = context;
  }

  async run(input: Readable): Promise<void> {
    const { terminal, interruption: signal } = this.#context;
    const isForPeople = terminal.isOutForPeople && !this.#options.json;
    const lines = createInterface({
      input,
      ...(isForPeople ? { output: process.stdout } : {}),
      terminal: isForPeople,
    });
    // At once: what is typed before anybody listens would be lost, its end too.
    const typed = lines[Symbol.asyncIterator]();
    signal.addEventListener('abort', () => lines.close(), { once: true });
    lines.on('SIGINT', () => this.#interrupted(lines));
    await this.#begin();
    if (isForPeople) terminal.out('A session of Isopod; .help says what there is.\n');
    this.#prompt(lines, isForPeople);
    try {
      for await (const line of typed) {
        if (!(await this.#take(line))) break;
        this.#prompt(lines, isForPeople);
      }
      if (this.#pending !== '') await this.#execute(this.#pending, true);
    } finally {
      lines.close();
      await this.#session?.close({ signal }).catch(() => false);
    }
  }

  #prompt(lines: Interface, isForPeople: boolean): void {
    if (!isForPeople) return;
    lines.setPrompt(this.#pending === '' ? '> ' : '… ');
    lines.prompt();
  }

  #interrupted(lines: Interface): void {
    this.#pending = '';
    // What is typed ahead of a run's end is kept, and prompted for when it has ended.
    if (this.#running) return this.#running.abort();
    this.#context.terminal.out('\n');
    for (const name of ['e', 'u']) lines.write(null, { ctrl: true, name });
    this.#prompt(lines, true);
  }

  async #begin(): Promise<void> {
    const { interruption: signal } = this.#context;
    const { memoryBytesMax } = limitsOf(this.#options);
    const terms = memoryBytesMax === undefined ? {} : { memoryBytesMax };
    this.#session = await this.#client.sessions.create(terms, { signal });
  }

  /** False when it shall end. */
  async #take(line: string): Promise<boolean> {
    const { terminal } = this.#context;
    if (this.#pending === '') {
      if (line.trim() === '') return true;
      if (line.trim() === '.exit') return false;
      if (line.trim() === '.help') {
        terminal.out(helpText);
        return true;
      }
      if (line.trim() === '.new') {
        await this.#session?.close();
        await this.#begin();
        return true;
      }
    }
    const isForced = line.trim() === '';
    this.#pending = this.#pending === '' ? line : `${this.#pending}\n${line}`;
    if (await this.#execute(this.#pending, isForced)) this.#pending = '';
    return true;
  }

  /** False when the text is not at its end, and was not forced. */
  async #execute(source: string, isForced: boolean): Promise<boolean> {
    const { terminal, interruption } = this.#context;
    const { json: isJson, language } = this.#options;
    const { memoryBytesMax: _ofSession, ...limits } = limitsOf(this.#options);
    this.#running = new AbortController();
    const signal = AbortSignal.any([interruption, this.#running.signal]);
    const request = { source, limits, fileName: 'repl', ...(language ? { language } : {}) };
    try {
      const result = await this.#session?.execute(request, {
        signal,
        ...(isJson ? {} : { onLog: (entry) => reportLog(terminal, entry) }),
      });
      if (!result) return true;
      if (!isForced && isUnfinished(result.outcome)) return false;
      if (isJson) terminal.out(`${outcomeJson(result.outcome, result.logs)}\n`);
      else this.#report(result.outcome);
      if (result.outcome.word === 'SESSION_LOST') await this.#beginAnew();
      return true;
    } catch (thrown) {
      const error = toIsopodError(thrown);
      if (interruption.aborted || error.reason !== 'CANCELLED') throw error;
      terminal.err('It was given up, and the session with it.\n');
      await this.#beginAnew();
      return true;
    } finally {
      this.#running = undefined;
    }
  }

  #report(outcome: Outcome): void {
    const { terminal } = this.#context;
    if (outcome.word !== 'SUCCEEDED') return reportOutcome(terminal, outcome);
    const { resultJson, resultBytes } = outcome;
    if (resultBytes) return terminal.out(`${resultBytes.length} bytes\n`);
    if (resultJson === undefined) return terminal.out('undefined\n');
    const value: unknown = JSON.parse(resultJson);
    const text = inspect(value, { depth: 6, maxArrayLength: 100, maxStringLength: 10_000 });
    terminal.out(`${terminal.isOutForPeople ? shownText(text) : text}\n`);
  }

  /** What was there is not there any more, and whoever types must know. */
  async #beginAnew(): Promise<void> {
    const { terminal } = this.#context;
    terminal.err(
      `${styled(terminal, 'yellow', 'A new session begins: what was declared is gone.')}\n`,
    );
    await this.#session?.close().catch(() => false);
    await this.#begin();
  }
}

function isUnfinished({ word, error }: Outcome): boolean {
  return word === 'SYNTAX_ERROR' && unfinished.test(error?.message ?? '');
}
