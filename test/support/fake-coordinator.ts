/**
 * A coordinator that says what a test tells it to, over real sockets: for tests of clients, which
 * must also meet answers that a good coordinator gives rarely.
 */
import {
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerUnaryCall,
} from '@grpc/grpc-js';
import { toServiceError } from '../../coordinator/services/call-errors.ts';
import type { Outcome } from '../../shared/execution/outcome.ts';
import type { ClusterServiceHandlers } from '../../shared/generated/isopod/v1/ClusterService.ts';
import type { ExecuteRequest__Output } from '../../shared/generated/isopod/v1/ExecuteRequest.ts';
import type { ExecuteResponse } from '../../shared/generated/isopod/v1/ExecuteResponse.ts';
import type { ExecuteStreamCommand__Output } from '../../shared/generated/isopod/v1/ExecuteStreamCommand.ts';
import type { ExecuteStreamRequest__Output } from '../../shared/generated/isopod/v1/ExecuteStreamRequest.ts';
import type { ExecuteStreamResponse } from '../../shared/generated/isopod/v1/ExecuteStreamResponse.ts';
import type { ExecutionServiceHandlers } from '../../shared/generated/isopod/v1/ExecutionService.ts';
import type { Node } from '../../shared/generated/isopod/v1/Node.ts';
import { ClusterService, ExecutionService } from '../../shared/wire/services.ts';

export type FakeUnaryCall = ServerUnaryCall<ExecuteRequest__Output, ExecuteResponse>;
export type FakeStream = ServerDuplexStream<ExecuteStreamRequest__Output, ExecuteStreamResponse>;

interface Script {
  /** The answer to Execute; a throw is an error of the call, a promise may stay unsettled. */
  readonly execute?: (call: FakeUnaryCall) => ExecuteResponse | Promise<ExecuteResponse>;
  /** Called with the commands of every message of an ExecuteStream. */
  readonly commands?: (commands: ExecuteStreamCommand__Output[], stream: FakeStream) => void;
  /** Called with every ExecuteStream, before its messages. */
  readonly stream?: (stream: FakeStream) => void;
  readonly nodes?: readonly Node[];
}

export class FakeCoordinator {
  readonly address: string;
  readonly #server: Server;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.address = `127.0.0.1:${port}`;
  }

  static async start(script: Script): Promise<FakeCoordinator> {
    // With channelz off, forceShutdown of grpc-js 1.14 leaves the connections open.
    const server = new Server();
    const executions: ExecutionServiceHandlers = {
      Execute: (call, respond) => {
        Promise.try(() => script.execute?.(call)).then(
          (response) => respond(null, response),
          (thrown: unknown) => respond(toServiceError(thrown)),
        );
      },
      ExecuteStream: (stream) => {
        script.stream?.(stream);
        stream.on('data', (request: ExecuteStreamRequest__Output) =>
          script.commands?.(request.commands, stream),
        );
        stream.on('end', () => stream.end());
        stream.on('error', () => {});
      },
    };
    const cluster: Pick<ClusterServiceHandlers, 'ListNodes'> = {
      ListNodes: (_call, respond) => respond(null, { nodes: [...(script.nodes ?? [])] }),
    };
    server.addService(ExecutionService.service, executions);
    server.addService(ClusterService.service, cluster);
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    return new FakeCoordinator(server, port);
  }

  /** Breaks every connection. */
  stop(): void {
    this.#server.forceShutdown();
  }
}

/** A plain outcome; `given` replaces what it says. */
export function fakeOutcome(given: Partial<Outcome> = {}): Outcome {
  return {
    word: 'SUCCEEDED',
    usage: {
      queuedUs: 100,
      wallUs: 2_000,
      cpuUs: 1_500,
      heapPeakBytes: 0,
      attempts: 1,
      nodeId: 'node-1',
      isWarm: false,
      inputBytes: 0,
      resultBytes: 0,
      logBytes: 0,
    },
    mayHaveHadEffects: false,
    ...given,
  };
}
