/**
 * Unary calls to one server, as fast as it answers: h2load for the figure, and a client that
 * reads every answer, before and after it, for the proof that the answers are right.
 */
import { Client, credentials } from '@grpc/grpc-js';
import { executionToWire } from '../../shared/wire/execution-codec.ts';
import { outcomeFromWire } from '../../shared/wire/outcome-codec.ts';
import { ExecutionService } from '../../shared/wire/services.ts';
import { BenchError } from './bench.ts';
import { type H2loadResult, runH2load } from './h2load.ts';
import type { KnownExecution } from './workload.ts';

const { path, requestSerialize, responseDeserialize } = ExecutionService.service.Execute;

/** As many as h2load has in flight, so that the samples meet the same conditions. */
const sampleInFlight = 64;
const sampleCalls = 640;
const calibrationCalls = 2_000;
/** An answer differs from others by the width of the numbers in its usage, and no more. */
const messageBytesTolerance = 0.03;
/** Of gRPC, before each message. */
const frameHeaderBytes = 5;

export class UnaryLoad implements AsyncDisposable {
  readonly #name: string;
  readonly #port: number;
  readonly #known: KnownExecution;
  readonly #message: Buffer;
  readonly #client: Client;
  readonly #aborter = new AbortController();
  #callsPerS = 0;

  constructor(name: string, port: number, known: KnownExecution) {
    this.#name = name;
    this.#port = port;
    this.#known = known;
    this.#message = requestSerialize({ execution: executionToWire(known.request) });
    this.#client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  /** Finds out how fast the server is, which gets it warm too. */
  async warmUp(): Promise<void> {
    await this.#sample();
    for (const calls of [calibrationCalls, 4 * calibrationCalls]) {
      const { callsPerS } = await this.#drive(calls);
      this.#callsPerS = callsPerS;
    }
  }

  /** About `seconds` of calls, by the rate seen last. Throws where an answer is wrong. */
  async run(seconds: number): Promise<H2loadResult & { readonly calls: number }> {
    const calls = Math.ceil(this.#callsPerS * seconds);
    const result = await this.#drive(calls);
    this.#callsPerS = result.callsPerS;
    return { ...result, calls };
  }

  /** Throws where a client that reads the answers does not get the right ones. */
  async verify(messageBytes: number, calls: number): Promise<void> {
    const sampleBytes = await this.#sample();
    const meanBytes = messageBytes / calls;
    if (Math.abs(meanBytes / sampleBytes - 1) > messageBytesTolerance)
      throw new BenchError(
        `could not trust ${this.#name}: answers have ${meanBytes} bytes on average, right ones ${sampleBytes}`,
      );
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#aborter.abort();
    this.#client.close();
    return Promise.resolve();
  }

  #drive(calls: number): Promise<H2loadResult> {
    const load = { port: this.#port, path, message: this.#message, calls };
    return runH2load(load, this.#aborter.signal);
  }

  /** The mean size of answers, all of which were read and right. */
  async #sample(): Promise<number> {
    let bytes = 0;
    let left = sampleCalls;
    const worker = async (): Promise<void> => {
      while (left-- > 0) {
        const answerBytes = await this.#callOnce();
        bytes += answerBytes;
      }
    };
    await Promise.all(Array.from({ length: sampleInFlight }, worker));
    return bytes / sampleCalls;
  }

  #callOnce(): Promise<number> {
    return new Promise((resolve, reject) => {
      const read = (bytes: Buffer): { bytes: number; wrong: string } => ({
        bytes: bytes.length + frameHeaderBytes,
        wrong: whatIsWrong(bytes, this.#known.resultJson),
      });
      const send = (message: Buffer): Buffer => message;
      this.#client.makeUnaryRequest(path, send, read, this.#message, (error, answer) => {
        if (answer?.wrong === '') resolve(answer.bytes);
        else {
          const reason = error?.message ?? answer?.wrong;
          reject(new BenchError(`could not trust ${this.#name}: wrong answer: ${reason}`));
        }
      });
    });
  }
}

/** Empty for a right answer. */
function whatIsWrong(bytes: Buffer, resultJson: string): string {
  const outcome = outcomeFromWire(responseDeserialize(bytes).outcome);
  if (outcome.word === 'SUCCEEDED' && outcome.resultJson === resultJson) return '';
  return JSON.stringify(outcome);
}
