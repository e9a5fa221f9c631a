/**
 * An agent: a language model answers a question by writing one program that uses the tools it is
 * told of, instead of asking for one tool after the other. The program is untrusted: it runs in
 * the cluster, and can do nothing in the world but what the tools do. What goes wrong with it is
 * told to the model, which may write another.
 */
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { Tools } from '../../client/sdk/tools.ts';

/** A language model, as far as this goes: a text in, a program out. */
export type WriteProgram = (prompt: string) => Promise<string>;

export interface DescribedTools {
  /** For the model, in TypeScript: what each takes and gives. */
  readonly signatures: string;
  readonly tools: Tools;
}

export interface Answer {
  readonly result: unknown;
  /** Every program that was tried; the last one has the result. */
  readonly programs: readonly string[];
}

const programsMax = 3;

/** Throws when no program that the model writes comes to an end of its own. */
export async function answerQuestion(
  question: string,
  {
    client,
    writeProgram,
    described,
  }: {
    readonly client: IsopodClient;
    readonly writeProgram: WriteProgram;
    readonly described: DescribedTools;
  },
): Promise<Answer> {
  const programs: string[] = [];
  let prompt = promptFor(question, described.signatures);
  while (programs.length < programsMax) {
    const source = await writeProgram(prompt);
    programs.push(source);
    const { outcome } = await client.execute({
      source,
      tools: described.tools,
      // Whatever a model writes is over soon; the time that the tools take is not its fault.
      limits: {
        wallUsMax: 2_000_000,
        cpuUsMax: 1_000_000,
        hostCallsMax: 100,
        hostCallWaitUsMax: 60_000_000,
      },
    });
    if (outcome.word === 'SUCCEEDED')
      return { result: JSON.parse(outcome.resultJson ?? 'null'), programs };
    const { name = outcome.word, message = '', stack = '' } = outcome.error ?? {};
    prompt += `\n\nYou wrote:\n${source}\nIt failed: ${name}: ${message}\n${stack}\nWrite it anew.`;
  }
  throw new Error(`Could not answer: ${programs.length} programs failed: ${question}`);
}

function promptFor(question: string, signatures: string): string {
  return `Write a JavaScript module whose default export is an async function of
(input, { tools }) that returns the answer to the question. There is no network and there are
no files; these functions are on \`tools\`, and each returns a promise:

${signatures}

Question: ${question}`;
}
