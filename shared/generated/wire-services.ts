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
  FunctionService: [
    {
      name: 'DeployFunction',
      path: '/isopod.v1.FunctionService/DeployFunction',
      request: 'DeployFunctionRequest',
      requestStream: false,
      response: 'DeployFunctionResponse',
      responseStream: false,
    },
    {
      name: 'GetFunction',
      path: '/isopod.v1.FunctionService/GetFunction',
      request: 'GetFunctionRequest',
      requestStream: false,
      response: 'GetFunctionResponse',
      responseStream: false,
    },
    {
      name: 'ListFunctions',
      path: '/isopod.v1.FunctionService/ListFunctions',
      request: 'ListFunctionsRequest',
      requestStream: false,
      response: 'ListFunctionsResponse',
      responseStream: false,
    },
    {
      name: 'SetFunctionAlias',
      path: '/isopod.v1.FunctionService/SetFunctionAlias',
      request: 'SetFunctionAliasRequest',
      requestStream: false,
      response: 'SetFunctionAliasResponse',
      responseStream: false,
    },
    {
      name: 'DeleteFunctionAlias',
      path: '/isopod.v1.FunctionService/DeleteFunctionAlias',
      request: 'DeleteFunctionAliasRequest',
      requestStream: false,
      response: 'DeleteFunctionAliasResponse',
      responseStream: false,
    },
    {
      name: 'DeleteFunction',
      path: '/isopod.v1.FunctionService/DeleteFunction',
      request: 'DeleteFunctionRequest',
      requestStream: false,
      response: 'DeleteFunctionResponse',
      responseStream: false,
    },
  ],
  SessionService: [
    {
      name: 'CreateSession',
      path: '/isopod.v1.SessionService/CreateSession',
      request: 'CreateSessionRequest',
      requestStream: false,
      response: 'CreateSessionResponse',
      responseStream: false,
    },
    {
      name: 'CloseSession',
      path: '/isopod.v1.SessionService/CloseSession',
      request: 'CloseSessionRequest',
      requestStream: false,
      response: 'CloseSessionResponse',
      responseStream: false,
    },
    {
      name: 'ListSessions',
      path: '/isopod.v1.SessionService/ListSessions',
      request: 'ListSessionsRequest',
      requestStream: false,
      response: 'ListSessionsResponse',
      responseStream: false,
    },
  ],
  TenantService: [
    {
      name: 'CreateTenant',
      path: '/isopod.v1.TenantService/CreateTenant',
      request: 'CreateTenantRequest',
      requestStream: false,
      response: 'CreateTenantResponse',
      responseStream: false,
    },
    {
      name: 'GetTenant',
      path: '/isopod.v1.TenantService/GetTenant',
      request: 'GetTenantRequest',
      requestStream: false,
      response: 'GetTenantResponse',
      responseStream: false,
    },
    {
      name: 'ListTenants',
      path: '/isopod.v1.TenantService/ListTenants',
      request: 'ListTenantsRequest',
      requestStream: false,
      response: 'ListTenantsResponse',
      responseStream: false,
    },
    {
      name: 'UpdateTenant',
      path: '/isopod.v1.TenantService/UpdateTenant',
      request: 'UpdateTenantRequest',
      requestStream: false,
      response: 'UpdateTenantResponse',
      responseStream: false,
    },
    {
      name: 'DeleteTenant',
      path: '/isopod.v1.TenantService/DeleteTenant',
      request: 'DeleteTenantRequest',
      requestStream: false,
      response: 'DeleteTenantResponse',
      responseStream: false,
    },
    {
      name: 'CreateApiKey',
      path: '/isopod.v1.TenantService/CreateApiKey',
      request: 'CreateApiKeyRequest',
      requestStream: false,
      response: 'CreateApiKeyResponse',
      responseStream: false,
    },
    {
      name: 'ListApiKeys',
      path: '/isopod.v1.TenantService/ListApiKeys',
      request: 'ListApiKeysRequest',
      requestStream: false,
      response: 'ListApiKeysResponse',
      responseStream: false,
    },
    {
      name: 'RevokeApiKey',
      path: '/isopod.v1.TenantService/RevokeApiKey',
      request: 'RevokeApiKeyRequest',
      requestStream: false,
      response: 'RevokeApiKeyResponse',
      responseStream: false,
    },
  ],
} as const satisfies Record<string, readonly WireMethod[]>;
