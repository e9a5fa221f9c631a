/** A unary handler of what is worked out for a tenant's request. */
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { Logger } from '../../shared/telemetry/logger.ts';
import { explained, toServiceError } from './call-errors.ts';
import { readTenantId } from './caller.ts';

export function answering<Request, Response>(
  logger: Logger,
  work: (request: Request, tenantId: string) => Promise<Response>,
): (call: ServerUnaryCall<Request, Response>, respond: sendUnaryData<Response>) => void {
  return (call, respond) => {
    const answer = async (): Promise<Response> => work(call.request, readTenantId(call.metadata));
    answer().then(
      (response) => respond(null, response),
      (thrown: unknown) => respond(toServiceError(explained(thrown, logger))),
    );
  };
}
