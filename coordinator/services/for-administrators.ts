/** All methods of a service for administrators only, those that are yet to be written as well. */
import type { ServerUnaryCall, sendUnaryData, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Authenticator } from '../tenancy/authenticator.ts';
import { explained, toServiceError } from './call-errors.ts';
import { credentialsOf } from './caller.ts';

interface ForAdministratorsParts {
  readonly authenticator: Authenticator;
  readonly logger: Logger;
}

/** What calls of all kinds have in common; those that answer with a stream get no callback. */
type AnyCall = Pick<ServerUnaryCall<object, object>, 'metadata' | 'emit'>;
type AnyHandler = (call: AnyCall, respond: sendUnaryData<object> | undefined) => void;

export function forAdministrators<Handlers extends UntypedServiceImplementation>(
  { authenticator, logger }: ForAdministratorsParts,
  handlers: Handlers,
): Handlers {
  const guarded = Object.entries(handlers).map(([name, handle]) => {
    const guardedHandle = (call: AnyCall, respond: sendUnaryData<object> | undefined): void => {
      try {
        authenticator.admin(credentialsOf(call.metadata));
      } catch (thrown) {
        const error = toServiceError(explained(thrown, logger));
        if (respond) respond(error);
        else call.emit('error', error);
        return;
      }
      (handle as AnyHandler)(call, respond);
    };
    return [name, guardedHandle];
  });
  return Object.fromEntries(guarded) as Handlers;
}
