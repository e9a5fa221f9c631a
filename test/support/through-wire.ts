/** Messages as they come out at the other end: encoded and decoded as gRPC does it. */
import type { ConnectRequest } from '../../shared/generated/isopod/v1/ConnectRequest.ts';
import type { ConnectResponse } from '../../shared/generated/isopod/v1/ConnectResponse.ts';
import type { CreateSessionRequest } from '../../shared/generated/isopod/v1/CreateSessionRequest.ts';
import type { CreateSessionResponse } from '../../shared/generated/isopod/v1/CreateSessionResponse.ts';
import type { ExecuteRequest } from '../../shared/generated/isopod/v1/ExecuteRequest.ts';
import type { ExecuteResponse } from '../../shared/generated/isopod/v1/ExecuteResponse.ts';
import type { ExecuteStreamEvent } from '../../shared/generated/isopod/v1/ExecuteStreamEvent.ts';
import { ExecutionService, NodeService, SessionService } from '../../shared/wire/services.ts';

const { Execute, ExecuteStream } = ExecutionService.service;
const { Connect } = NodeService.service;
const { CreateSession } = SessionService.service;

export function executeRequestThroughWire(request: ExecuteRequest) {
  return Execute.requestDeserialize(Execute.requestSerialize(request));
}

export function executeResponseThroughWire(response: ExecuteResponse) {
  return Execute.responseDeserialize(Execute.responseSerialize(response));
}

export function eventThroughWire(event: ExecuteStreamEvent) {
  const bytes = ExecuteStream.responseSerialize({ events: [event] });
  const [read] = ExecuteStream.responseDeserialize(bytes).events;
  if (!read) throw new Error('the event is gone');
  return read;
}

export function connectRequestThroughWire(request: ConnectRequest) {
  return Connect.requestDeserialize(Connect.requestSerialize(request));
}

export function connectResponseThroughWire(response: ConnectResponse) {
  return Connect.responseDeserialize(Connect.responseSerialize(response));
}

export function createSessionRequestThroughWire(request: CreateSessionRequest) {
  return CreateSession.requestDeserialize(CreateSession.requestSerialize(request));
}

export function createSessionResponseThroughWire(response: CreateSessionResponse) {
  return CreateSession.responseDeserialize(CreateSession.responseSerialize(response));
}
