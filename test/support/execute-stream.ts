/** One ExecuteStream of a test's own, command by command. */
import type { ClientDuplexStream, Metadata, StatusObject } from '@grpc/grpc-js';
import type { ExecuteStreamCommand } from '../../shared/generated/isopod/v1/ExecuteStreamCommand.ts';
import type { ExecuteStreamEvent__Output } from '../../shared/generated/isopod/v1/ExecuteStreamEvent.ts';
import type { ExecuteStreamRequest } from '../../shared/generated/isopod/v1/ExecuteStreamRequest.ts';
import type { ExecuteStreamResponse__Output } from '../../shared/generated/isopod/v1/ExecuteStreamResponse.ts';
import type { Execution } from '../../shared/generated/isopod/v1/Execution.ts';
import type { ExecutionServiceClient } from '../../shared/generated/isopod/v1/ExecutionService.ts';
import { Arrivals } from './arrivals.ts';

export class ExecuteStream {
  readonly events = new Arrivals<ExecuteStreamEvent__Output>();
  readonly status: Promise<StatusObject>;
  readonly call: ClientDuplexStream<ExecuteStreamRequest, ExecuteStreamResponse__Output>;

  constructor(client: ExecutionServiceClient, metadata: Metadata) {
    this.call = client.ExecuteStream(metadata);
    this.call.on('error', () => {});
    this.status = new Promise((resolve) => this.call.on('status', resolve));
  }

  /** Reads what comes from now on. */
  read(): this {
    this.call.on('data', ({ events }: ExecuteStreamResponse__Output) => {
      for (const event of events) this.events.add(event);
    });
    return this;
  }

  send(...commands: ExecuteStreamCommand[]): void {
    this.call.write({ commands });
  }

  execute(executionId: number, execution: Execution): void {
    this.send({ executionId, execute: { execution } });
  }
}
