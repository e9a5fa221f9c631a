/** Unary handlers of what is worked out for a request. */
import type { Metadata, ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Authenticator } from '../tenancy/authenticator.ts';
import type { Caller } from '../tenancy/caller.ts';
import { explained, toServiceError } from './call-errors.ts';
import { credentialsOf } from './caller.ts';

type UnaryHandler<Request, Response> = (
  call: ServerUnaryCall<Request, Response>,
  respond: sendUnaryData<Response>,
) => void;

interface AnsweringParts {
  readonly authenticator: Authenticator;
  readonly logger: Logger;
}

/** For a tenant: each request is a call by its quotas. */
export function answering<Request, Response>(
  { authenticator, logger }: AnsweringParts,
  work: (request: Request, caller: Caller, metadata: Metadata) => Promise<Response>,
): UnaryHandler<Request, Response> {
  return answeringCall(logger, async ({ request, metadata }) => {
    const caller = authenticator.tenant(credentialsOf(metadata));
    caller.countCall();
    return work(request, caller, metadata);
  });
}

/** Whoever asks has been looked at before, as forAdministrators does. */
export function answeringAdministrator<Request, Response>(
  logger: Logger,
  work: (request: Request) => Promise<Response>,
): UnaryHandler<Request, Response> {
  return answeringCall(logger, async ({ request }) => work(request));
}

function answeringCall<Request, Response>(
  logger: Logger,
  work: (call: ServerUnaryCall<Request, Response>) => Promise<Response>,
): UnaryHandler<Request, Response> {
  return (call, respond) => {
    work(call).then(
      (response) => respond(null, response),
      (thrown: unknown) => respond(toServiceError(explained(thrown, logger))),
    );
  };
}
