/** The services of a coordinator, for grpc.health.v1. */

const inPackage = (name: string): string => `isopod.v1.${name}`;

export const serviceNames = {
  /** They need nodes. */
  ofNodes: ['ExecutionService', 'SessionService'].map(inPackage),
  /** They need the coordinator only. */
  others: ['NodeService', 'ClusterService', 'FunctionService', 'TenantService'].map(inPackage),
};
