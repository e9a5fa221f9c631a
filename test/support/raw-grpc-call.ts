/** gRPC calls spelled out in HTTP/2, for what a client of gRPC would not do. */
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2';
import { onTestFinished } from 'vitest';
import type { Execution } from '../../shared/generated/isopod/v1/Execution.ts';
import { ExecutionService } from '../../shared/wire/services.ts';

const { path, requestSerialize } = ExecutionService.service.Execute;

/** A connection that is gone when the test is over. */
export function rawConnection(address: string): ClientHttp2Session {
  // Node gives a session 10 MB, of what it sends, too.
  const session = connect(`http://${address}`, { maxSessionMemory: 1_000 });
  session.on('error', () => {});
  onTestFinished(() => session.destroy());
  return session;
}

/** An Execute whose answer is not read unless the test does so. */
export function rawExecute(
  session: ClientHttp2Session,
  execution: Execution,
  headers: Readonly<Record<string, string>> = {},
): ClientHttp2Stream {
  const message = requestSerialize({ execution });
  const frame = Buffer.alloc(5 + message.length);
  frame.writeUInt32BE(message.length, 1);
  message.copy(frame, 5);
  const stream = session.request({
    ':method': 'POST',
    ':path': path,
    'content-type': 'application/grpc',
    te: 'trailers',
    ...headers,
  });
  stream.on('error', () => {});
  stream.end(frame);
  return stream;
}

/** The status that a call ends with where it has no message, as one that is refused. */
export function statusWithoutMessage(stream: ClientHttp2Stream): Promise<number> {
  return new Promise((resolve) =>
    stream.once('response', (headers) => resolve(Number(headers['grpc-status']))),
  );
}
