/**
 * Runs one hostile program for a tenant, and judges whether it was contained: its word, its
 * result, its lines, its error and its time are what they may be.
 */
import { isDeepStrictEqual } from 'node:util';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { defaultLimits, errorTextLimits } from '../../shared/execution/limits.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import type { HostileProgram } from '../isolation/hostile/hostile-program.ts';
import { projectFolder } from '../rules/support/project-files.ts';

/** Beyond its wall limit, on a machine that is busy with other hostile programs. */
const slackUs = 1_000_000;
const secrets = [projectFolder, 'isopod:runtime', 'isolated-vm', 'node:internal'];
const toldCharsMax = 2_000;

export interface HostileEnd {
  readonly outcome: Outcome;
  readonly logs: readonly LogEntry[];
  /** What came of the program's `next`. */
  readonly next: Outcome | undefined;
}

export async function runHostile(
  client: IsopodClient,
  program: HostileProgram,
): Promise<HostileEnd> {
  const { source, kind, language, fileName, isolation, limits } = program;
  const { input, inputBefore = input, runsBefore = 0, next } = program;
  const requestWith = (given: unknown): ExecutionRequest => ({
    source,
    ...(kind && { kind }),
    ...(language && { language }),
    ...(fileName && { fileName }),
    ...(isolation && { isolation }),
    ...(limits && { limits }),
    ...(given === undefined ? {} : { inputJson: JSON.stringify(given) }),
  });
  for (let count = 0; count < runsBefore; count++) await client.execute(requestWith(inputBefore));
  const { outcome, logs } = await client.execute(requestWith(input));
  const wish = next && { source: next.source, ...(language && { language }) };
  return { outcome, logs, next: wish && (await client.execute(wish)).outcome };
}

/** What is not as it may be, for people; nothing when the program was contained. */
export function uncontained(program: HostileProgram, end: HostileEnd): string[] {
  const { outcome, logs, next } = end;
  const wrongs: string[] = [];
  const check = (isRight: boolean, what: string): void => void (isRight || wrongs.push(what));
  const words = program.words.join(' or ');
  check(program.words.includes(outcome.word), `it ended with ${outcome.word}, not ${words}`);
  const { errorName, logLines } = program;
  check(!errorName || outcome.error?.name === errorName, `its error is no ${errorName}`);
  if ('result' in program && outcome.word === 'SUCCEEDED') {
    check(isResult(outcome, program.result), 'its result is another');
  }
  if (logLines !== undefined) check(logs.length === logLines, `it has ${logs.length} lines`);
  const wallUsMax = (program.limits?.wallUsMax ?? defaultLimits.wallUsMax) + slackUs;
  check(outcome.usage.wallUs < wallUsMax, `it took ${outcome.usage.wallUs} µs`);
  if (outcome.error) wrongs.push(...indiscretions(outcome.error));
  if (program.next) {
    const isRight = next?.word === 'SUCCEEDED' && isResult(next, program.next.result);
    check(isRight, `the run after it ended so: ${told(next)}`);
  }
  return wrongs.length === 0 ? [] : [...wrongs, told(outcome)];
}

/** An error keeps its limits, and shows nothing of the host. */
function indiscretions({ name, message, stack }: NonNullable<Outcome['error']>): string[] {
  const { nameCharsMax, messageCharsMax, stackCharsMax } = errorTextLimits;
  const isLong =
    name.length > nameCharsMax || message.length > messageCharsMax || stack.length > stackCharsMax;
  const shown = secrets.filter((secret) => (name + message + stack).includes(secret));
  return [
    ...(isLong ? ['its error is longer than errors may be'] : []),
    ...shown.map((secret) => `its error shows ${secret}`),
  ];
}

function isResult(outcome: Outcome, result: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(outcome.resultJson ?? 'null'), result);
}

function told(outcome: Outcome | undefined): string {
  return JSON.stringify(outcome)?.slice(0, toldCharsMax) ?? 'not at all';
}
