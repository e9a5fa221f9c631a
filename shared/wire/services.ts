/**
 * The services as grpc-js wants them, and the package as reflection wants it, from the same .proto
 * files that are published.
 */
import { fileURLToPath } from 'node:url';
import { loadPackageDefinition } from '@grpc/grpc-js';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import type { ProtoGrpcType as ClusterTypes } from '../generated/cluster_service.ts';
import type { ProtoGrpcType as ExecutionTypes } from '../generated/execution_service.ts';
import type { ProtoGrpcType as NodeTypes } from '../generated/node_service.ts';
import { loaderOptions } from './loader-options.ts';
import { withWireCodecs } from './with-wire-codecs.ts';

const protoFolder = fileURLToPath(new URL('../../proto', import.meta.url));

const protoFiles = [
  'isopod/v1/execution_service.proto',
  'isopod/v1/node_service.proto',
  'isopod/v1/cluster_service.proto',
];

const packageDefinition = withWireCodecs(
  loadSync(protoFiles, { ...loaderOptions, includeDirs: [protoFolder] }),
);

/** With every name as the .proto files have it, which is what clients by reflection go by. */
export function loadForReflection(): PackageDefinition {
  return loadSync(protoFiles, { ...loaderOptions, keepCase: true, includeDirs: [protoFolder] });
}

type Loaded = ExecutionTypes & NodeTypes & ClusterTypes;

/** Client constructors with their service definitions. */
export const { ExecutionService, NodeService, ClusterService } = (
  loadPackageDefinition(packageDefinition) as unknown as Loaded
).isopod.v1;
