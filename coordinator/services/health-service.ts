/** grpc.health.v1 over grpc-js. Nobody needs to say who he is for it: load balancers cannot. */
import type { ServerUnaryCall, ServerWritableStream, sendUnaryData } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import { type IsopodError, invalidRequest } from '../../shared/errors/isopod-error.ts';
import type {
  HealthListResponse,
  HealthRequest,
  HealthResponse,
  ServingStatus,
} from '../../shared/wire/health-service.ts';
import type { ServingBoard } from '../health/serving-board.ts';
import { toServiceError } from './call-errors.ts';
import { LatestWriter } from './latest-writer.ts';
import type { OpenWatches } from './open-watches.ts';

interface HealthServiceParts {
  readonly board: ServingBoard;
  readonly watches: OpenWatches;
}

/** It is kept for as long as somebody watches it, and anybody may. */
const nameCharsMax = 256;

export function healthServiceHandlers({ board, watches }: HealthServiceParts) {
  return {
    Check(
      { request: { service } }: ServerUnaryCall<HealthRequest, HealthResponse>,
      respond: sendUnaryData<HealthResponse>,
    ): void {
      const isServing = board.isServing(service);
      if (isServing !== undefined) respond(null, { status: statusOf(isServing) });
      else respond({ code: status.NOT_FOUND, details: 'Could not say: no service has this name' });
    },

    /** Tells the status now and whenever it is another; of one that may yet come, too. */
    Watch(call: ServerWritableStream<HealthRequest, HealthResponse>): void {
      const { service } = call.request;
      if (service.length > nameCharsMax) return void call.emit('error', toServiceError(tooLong()));
      const writer = new LatestWriter<HealthResponse>(call, () => ({
        status: statusOf(board.isServing(service)),
      }));
      const stop = board.watch(service, () => writer.changed());
      if (watches.open(call, stop)) writer.changed();
      else stop();
    },

    List(
      _call: ServerUnaryCall<object, HealthListResponse>,
      respond: sendUnaryData<HealthListResponse>,
    ): void {
      const all = [...board.services];
      const statuses = all.map(([name, isServing]): [string, ServingStatus] => [
        name,
        statusOf(isServing),
      ]);
      respond(null, { statuses: new Map(statuses) });
    },
  };
}

function statusOf(isServing: boolean | undefined): ServingStatus {
  if (isServing === undefined) return 'SERVICE_UNKNOWN';
  return isServing ? 'SERVING' : 'NOT_SERVING';
}

function tooLong(): IsopodError {
  return invalidRequest([
    { field: 'service', description: `must be of at most ${nameCharsMax} characters` },
  ]);
}
