/** Calls that are judged by their metadata, before any of their messages is read. */
import {
  type Metadata,
  ServerInterceptingCall,
  type ServerInterceptor,
  ServerListenerBuilder,
} from '@grpc/grpc-js';
import type { IsopodError } from '../../shared/errors/isopod-error.ts';
import { toServiceError } from './call-errors.ts';

type Call = Parameters<ServerInterceptor>[1];

/** `judge` returns why the call is refused, and may change its metadata where it is not. */
export function judgedCall(
  call: Call,
  judge: (metadata: Metadata) => IsopodError | undefined,
): ServerInterceptingCall {
  const listener = new ServerListenerBuilder()
    .withOnReceiveMetadata((metadata, next) => {
      const refusal = judge(metadata);
      if (refusal) call.sendStatus(toServiceError(refusal));
      else next(metadata);
    })
    .build();
  return new ServerInterceptingCall(call, { start: (next) => next(listener) });
}
