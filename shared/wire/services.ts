/**
 * The services as grpc-js wants them: client constructors with their service definitions. All of
 * it was generated from the .proto files: to read these takes 100 ms of a program's start.
 */
import { makeClientConstructor } from '@grpc/grpc-js';
import type { ProtoGrpcType as ClusterTypes } from '../generated/cluster_service.ts';
import type { ProtoGrpcType as ExecutionTypes } from '../generated/execution_service.ts';
import type { ProtoGrpcType as FunctionTypes } from '../generated/function_service.ts';
import type { ProtoGrpcType as NodeTypes } from '../generated/node_service.ts';
import type { ProtoGrpcType as SessionTypes } from '../generated/session_service.ts';
import type { ProtoGrpcType as TenantTypes } from '../generated/tenant_service.ts';
import { serviceDefinition } from './service-definition.ts';

type Services = (ExecutionTypes &
  NodeTypes &
  ClusterTypes &
  FunctionTypes &
  SessionTypes &
  TenantTypes)['isopod']['v1'];

export const ExecutionService = clientOf('ExecutionService');
export const NodeService = clientOf('NodeService');
export const ClusterService = clientOf('ClusterService');
export const FunctionService = clientOf('FunctionService');
export const SessionService = clientOf('SessionService');
export const TenantService = clientOf('TenantService');

type ServiceName = Parameters<typeof serviceDefinition>[0];

function clientOf<Name extends ServiceName>(name: Name): Services[Name] {
  return makeClientConstructor(serviceDefinition(name), name) as unknown as Services[Name];
}
