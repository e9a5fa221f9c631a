/** The protocol from its .proto files, for reflection: only a server has a use for it. */
import { fileURLToPath } from 'node:url';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { loaderOptions } from './loader-options.ts';

const protoFolder = fileURLToPath(new URL('../../proto', import.meta.url));

const protoFiles = [
  'grpc/health/v1/health.proto',
  'isopod/v1/execution_service.proto',
  'isopod/v1/node_service.proto',
  'isopod/v1/cluster_service.proto',
  'isopod/v1/function_service.proto',
  'isopod/v1/session_service.proto',
  'isopod/v1/tenant_service.proto',
];

/** With every name as the .proto files have it, which is what clients by reflection go by. */
export function loadForReflection(): PackageDefinition {
  return loadSync(protoFiles, { ...loaderOptions, keepCase: true, includeDirs: [protoFolder] });
}
