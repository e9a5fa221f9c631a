/** The limit: a bare grpc-js server with the same messages, by unary calls and by stream. */
import type { Bench } from '../support/bench.ts';
import { driveStream } from '../support/drive-stream.ts';
import { driveUnary } from '../support/drive-unary.ts';
import { startEcho } from '../support/echo.ts';
import { streamOfSums } from './stream.ts';

export const echo: Bench = {
  name: 'echo',
  summary: 'a bare grpc-js server that answers with the same messages: the limit',
  async open(context) {
    const target = await startEcho(context);
    const unary = await driveUnary(target, context);
    const stream = await driveStream(target, streamOfSums, context);
    return {
      async round() {
        const calls = await unary();
        const items = await stream();
        return {
          echo_calls_per_s: calls.callsPerS,
          ...calls.latency,
          ...calls.cpu,
          stream_echo_executions_per_s: items.executionsPerS,
          stream_p50_ms: items.latency.p50_ms,
          stream_p99_ms: items.latency.p99_ms,
          ...items.cpu,
        };
      },
    };
  },
};
