/**
 * Executions over one ExecuteStream call, a fixed number of them in flight: each answer is read
 * and checked, and makes room for the next execution. Commands are serialized one by one and sent
 * together, since a message is the sum of its parts, byte for byte.
 */
import { Client, type ClientDuplexStream, credentials } from '@grpc/grpc-js';
import type { ExecuteStreamResponse__Output } from '../../shared/generated/isopod/v1/ExecuteStreamResponse.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { executionToWire } from '../../shared/wire/execution-codec.ts';
import { Outbox } from '../../shared/wire/outbox.ts';
import { ExecutionService } from '../../shared/wire/services.ts';
import { BenchError } from './bench.ts';
import type { KnownExecution } from './workload.ts';

const { path, requestSerialize, responseDeserialize } = ExecutionService.service.ExecuteStream;

/** What one place of those in flight sends: the same bytes again, or something new each time. */
export interface PreparedCommand {
  readonly bytes: Buffer;
  readonly resultJson: string;
}

interface StreamLoadOptions {
  readonly name: string;
  readonly port: number;
  readonly inFlight: number;
  readonly clock: Clock;
  /** Ids count from 1 to `inFlight`. */
  next(executionId: number): PreparedCommand;
}

export interface StreamLoadResult {
  readonly executions: number;
  readonly executionsPerS: number;
  readonly latenciesMs: readonly number[];
}

interface Run {
  readonly endMs: number;
  readonly latenciesMs: number[];
  finish(): void;
}

/** No result is this text, so a second answer is a wrong one. */
const answeredAlready = '';

type Stream = ClientDuplexStream<Buffer, ExecuteStreamResponse__Output>;

export class StreamLoad implements AsyncDisposable {
  readonly #options: StreamLoadOptions;
  readonly #client: Client;
  readonly #stream: Stream;
  readonly #outbox: Outbox<Buffer>;
  readonly #expectedById: string[] = [];
  readonly #sentAtMsById: number[] = [];
  #inFlight = 0;
  #run: Run | undefined;
  #fail: (error: Error) => void = () => {};
  readonly #failed = new Promise<never>((_resolve, reject) => {
    this.#fail = reject;
  });

  constructor(options: StreamLoadOptions) {
    this.#options = options;
    this.#client = new Client(`127.0.0.1:${options.port}`, credentials.createInsecure());
    const send = (bytes: Buffer): Buffer => bytes;
    this.#stream = this.#client.makeBidiStreamRequest(path, send, responseDeserialize);
    this.#outbox = new Outbox({ write: (commands) => this.#stream.write(Buffer.concat(commands)) });
    this.#failed.catch(() => {});
    this.#stream.on('data', (response: ExecuteStreamResponse__Output) => this.#receive(response));
    this.#stream.on('drain', () => this.#outbox.writable());
    this.#stream.on('error', (error: Error) => this.#wrong(error.message));
  }

  /** About `seconds` of executions, all of them answered. Throws where an answer is wrong. */
  async run(seconds: number): Promise<StreamLoadResult> {
    const { clock, inFlight } = this.#options;
    const startMs = clock.nowMs();
    const latenciesMs: number[] = [];
    const finished = new Promise<void>((finish) => {
      this.#run = { endMs: startMs + seconds * 1000, latenciesMs, finish };
    });
    for (let executionId = 1; executionId <= inFlight; executionId++)
      this.#send(executionId, startMs);
    await Promise.race([finished, this.#failed]);
    const executions = latenciesMs.length;
    return {
      executions,
      executionsPerS: (executions / (clock.nowMs() - startMs)) * 1000,
      latenciesMs,
    };
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#outbox.close();
    this.#stream.cancel();
    this.#client.close();
    return Promise.resolve();
  }

  #send(executionId: number, nowMs: number): void {
    const { bytes, resultJson } = this.#options.next(executionId);
    this.#expectedById[executionId] = resultJson;
    this.#sentAtMsById[executionId] = nowMs;
    this.#inFlight++;
    this.#outbox.push(bytes, bytes.length);
  }

  #receive({ events }: ExecuteStreamResponse__Output): void {
    const run = this.#run;
    if (!run) return;
    const nowMs = this.#options.clock.nowMs();
    for (const event of events) {
      const { executionId, outcome } = event;
      if (
        outcome?.word !== 'OUTCOME_WORD_SUCCEEDED' ||
        outcome.resultJson !== this.#expectedById[executionId]
      ) {
        this.#wrong(JSON.stringify(event));
        return;
      }
      this.#expectedById[executionId] = answeredAlready;
      this.#inFlight--;
      run.latenciesMs.push(nowMs - (this.#sentAtMsById[executionId] ?? Number.NaN));
      if (nowMs < run.endMs) this.#send(executionId, nowMs);
    }
    if (this.#inFlight === 0) run.finish();
  }

  #wrong(reason: string): void {
    this.#fail(new BenchError(`could not trust ${this.#options.name}: wrong answer: ${reason}`));
  }
}

/** A message with one command; several of them, joined, are one message with several. */
export function prepareCommand(executionId: number, known: KnownExecution): PreparedCommand {
  const execute = { execution: executionToWire(known.request) };
  const bytes = requestSerialize({ commands: [{ executionId, execute }] });
  return { bytes, resultJson: known.resultJson };
}
