/** A client's end of an ExecuteStream, without a socket, as a test has it. */
import type { FunctionRegistry } from '../../coordinator/functions/function-registry.ts';
import { ExecutionStream } from '../../coordinator/services/execution-stream.ts';
import { UnreadTotal } from '../../coordinator/services/unread-total.ts';
import { type IsopodError, toIsopodError } from '../../shared/errors/isopod-error.ts';
import type { ExecuteStreamCommand } from '../../shared/generated/isopod/v1/ExecuteStreamCommand.ts';
import type { ExecuteStreamEvent } from '../../shared/generated/isopod/v1/ExecuteStreamEvent.ts';
import { ExecutionService } from '../../shared/wire/services.ts';
import { exampleRegistry } from './example-functions.ts';
import { exampleCaller } from './example-tenants.ts';
import { ScriptedCluster } from './scripted-cluster.ts';

const megabyte = 1024 * 1024;
const { requestSerialize, requestDeserialize } = ExecutionService.service.ExecuteStream;

/** A client at the other end of an ExecuteStream, on a cluster of one node. */
export class ScriptedClient {
  readonly cluster: ScriptedCluster;
  readonly functions: FunctionRegistry;
  readonly node;
  readonly stream: ExecutionStream;
  readonly messages: ExecuteStreamEvent[][] = [];
  readonly calls: string[] = [];
  failure: IsopodError | undefined;
  /** It does not read. */
  isSlow = false;

  constructor({
    executionsMax = 100,
    runsMax = 100,
    deadlineMs = Number.POSITIVE_INFINITY,
    queueBytesMax = 100 * megabyte,
    caller = exampleCaller(),
  } = {}) {
    this.cluster = new ScriptedCluster({ queueBytesMax });
    this.functions = exampleRegistry(this.cluster.clock);
    this.node = this.cluster.node('a', runsMax);
    this.stream = new ExecutionStream({
      wire: {
        write: ({ events }) => {
          this.messages.push(events ?? []);
          return !this.isSlow;
        },
        pause: () => this.calls.push('pause'),
        resume: () => this.calls.push('resume'),
        end: () => this.calls.push('end'),
        fail: (error) => {
          this.calls.push('fail');
          this.failure = error;
        },
        closed: () => this.calls.push('closed'),
      },
      caller,
      origin: undefined,
      deadlineMs,
      desk: this.cluster.dispatcher,
      functions: this.functions,
      clock: this.cluster.clock,
      unreadTotal: new UnreadTotal(),
      explain: toIsopodError,
      executionsMax,
    });
  }

  /** As commands come out of gRPC at the server. */
  send(...commands: ExecuteStreamCommand[]): Promise<void> {
    this.stream.receive(requestDeserialize(requestSerialize({ commands })));
    return this.cluster.settle();
  }

  /** The final event of each execution, by id: the word, or the reason. */
  get ends(): [number, string][] {
    return this.messages
      .flat()
      .flatMap(({ executionId = 0, outcome, failure }): [number, string][] =>
        outcome || failure
          ? [[executionId, String(outcome?.word ?? failure?.reason).replace('OUTCOME_WORD_', '')]]
          : [],
      );
  }
}
