/** Streams that a coordinator goes on with until its client has seen enough. */
import type { ClientReadableStream, Metadata, ServiceError } from '@grpc/grpc-js';
import { errorOfCall } from './call-error.ts';
import { type CallOptions, cancelled, type UnaryCaller } from './unary-caller.ts';

/** Ends when its consumer leaves it; throws an IsopodError when the stream breaks or `signal` aborts. */
export async function* watching<Wire, Item>(
  caller: UnaryCaller,
  { signal, timeLimitMs }: CallOptions,
  start: (metadata: Metadata, options: { deadline?: number }) => ClientReadableStream<Wire>,
  read: (wire: Wire) => Item,
): AsyncGenerator<Item, void> {
  if (signal?.aborted) throw cancelled(signal);
  const { metadata, address } = caller.config;
  const stream = start(metadata, caller.deadline(timeLimitMs));
  const abort = (): void => stream.cancel();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    for await (const wire of stream) yield read(wire as Wire);
  } catch (thrown) {
    throw signal?.aborted ? cancelled(signal) : errorOfCall(thrown as ServiceError, address);
  } finally {
    signal?.removeEventListener('abort', abort);
    // What comes after that is nobody's.
    stream.on('error', () => {});
    stream.cancel();
  }
}
