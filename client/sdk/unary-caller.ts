/** Unary calls of a coordinator: with the client's metadata, a time limit and a signal. */
import type { ClientUnaryCall, requestCallback } from '@grpc/grpc-js';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { errorOfCall } from './call-error.ts';
import type { ClientConfig } from './client-options.ts';

export interface CallOptions {
  /** Aborting cancels the call, and with it the run. */
  readonly signal?: AbortSignal;
  /** How long the whole may take, waiting included. @default no limit but those of the run */
  readonly timeLimitMs?: number;
}

/** What the last, shortest form of a generated unary method answers with. */
export type ResponseOf<Method> = Method extends (
  argument: never,
  callback: requestCallback<infer Response>,
) => ClientUnaryCall
  ? Response
  : never;

export class UnaryCaller {
  readonly #config: ClientConfig;
  readonly #clock: Clock;

  constructor(config: ClientConfig, clock: Clock) {
    this.#config = config;
    this.#clock = clock;
  }

  get config(): ClientConfig {
    return this.#config;
  }

  /** Rejects with an IsopodError. */
  call<Response>(
    { signal, timeLimitMs }: CallOptions,
    start: (
      metadata: ClientConfig['metadata'],
      options: { deadline?: number },
      answer: requestCallback<Response>,
    ) => ClientUnaryCall,
  ): Promise<Response> {
    const { metadata, address } = this.#config;
    if (signal?.aborted) return Promise.reject(cancelled(signal));
    return new Promise((resolve, reject) => {
      const abort = (): void => call.cancel();
      const call = start(metadata, this.deadline(timeLimitMs), (error, response) => {
        signal?.removeEventListener('abort', abort);
        if (response !== undefined) resolve(response);
        else if (signal?.aborted) reject(cancelled(signal));
        else reject(error ? errorOfCall(error, address) : cancelled(signal));
      });
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** As gRPC takes it. */
  deadline(timeLimitMs: number | undefined): { deadline?: number } {
    return timeLimitMs === undefined ? {} : { deadline: this.#clock.epochMs() + timeLimitMs };
  }
}

export function cancelled(signal: AbortSignal | undefined): IsopodError {
  return new IsopodError('CANCELLED', 'Could not finish the execution: it was cancelled', {
    cause: signal?.reason,
  });
}
