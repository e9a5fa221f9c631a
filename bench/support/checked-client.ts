/** A client that calls one by one, as users do, and takes no answer for right that is not. */
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { Outcome } from '../../shared/execution/outcome.ts';
import { type BenchContext, BenchError } from './bench.ts';
import type { KnownExecution } from './workload.ts';

export class CheckedClient {
  readonly #client: IsopodClient;

  constructor(port: number, { cleanup }: BenchContext) {
    this.#client = cleanup.use(new IsopodClient(`127.0.0.1:${port}`));
  }

  async execute({ request, resultJson }: KnownExecution): Promise<Outcome> {
    try {
      const { outcome } = await this.#client.execute(request);
      if (outcome.word === 'SUCCEEDED' && outcome.resultJson === resultJson) return outcome;
      throw new BenchError(`could not trust isopod: wrong answer: ${JSON.stringify(outcome)}`);
    } catch (cause) {
      if (cause instanceof BenchError) throw cause;
      throw new BenchError(`could not have it executed: ${String(cause)}`, { cause });
    }
  }
}
