// Made by tools/generate-wire-services.ts. Do not edit.

export interface WireMethod {
  readonly name: string;
  readonly path: string;
  /** A message, by its name within the package. */
  readonly request: string;
  readonly requestStream: boolean;
  readonly response: string;
  readonly responseStream: boolean;
}

export const wireServices = {
  ClusterService: [
    {
      name: 'ListNodes',
      path: '/isopod.v1.ClusterService/ListNodes',
      request: 'ListNodesRequest',
      requestStream: false,
      response: 'ListNodesResponse',
      responseStream: false,
    },
  ],
  NodeService: [
    {
      name: 'Connect',
      path: '/isopod.v1.NodeService/Connect',
      request: 'ConnectRequest',
      requestStream: true,
      response: 'ConnectResponse',
      responseStream: true,
    },
  ],
  ExecutionService: [
    {
      name: 'Execute',
      path: '/isopod.v1.ExecutionService/Execute',
      request: 'ExecuteRequest',
      requestStream: false,
      response: 'ExecuteResponse',
      responseStream: false,
    },
    {
      name: 'ExecuteStream',
      path: '/isopod.v1.ExecutionService/ExecuteStream',
      request: 'ExecuteStreamRequest',
      requestStream: true,
      response: 'ExecuteStreamResponse',
      responseStream: true,
    },
  ],
} as const satisfies Record<string, readonly WireMethod[]>;
