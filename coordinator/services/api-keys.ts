/**
 * Where API keys are needed, whoever has none is refused before anything that he says is read: else
 * strangers could fill the memory with messages that they never finish. What a good key is for is
 * the services' own to ask.
 */
import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';
import { type IsopodError, toIsopodError } from '../../shared/errors/isopod-error.ts';
import type { Authenticator, Credentials } from '../tenancy/authenticator.ts';
import { credentialsOf } from './caller.ts';
import { judgedCall } from './judged-call.ts';

const administratorsPaths = /^\/isopod\.v1\.(?:ClusterService|TenantService)\//;
const tenantsPaths = /^\/isopod\.v1\.(?:ExecutionService|FunctionService|SessionService)\//;

export function apiKeys(authenticator: Authenticator): ServerInterceptor {
  const askTenant = (credentials: Credentials): unknown => authenticator.tenant(credentials);
  const askAdministrator = (credentials: Credentials): void => authenticator.admin(credentials);
  return ({ path }, call) => {
    const isOfTenants = tenantsPaths.test(path);
    if (!isOfTenants && !administratorsPaths.test(path)) return new ServerInterceptingCall(call);
    const ask = isOfTenants ? askTenant : askAdministrator;
    return judgedCall(call, (metadata) => refusalOf(() => ask(credentialsOf(metadata))));
  };
}

function refusalOf(ask: () => unknown): IsopodError | undefined {
  try {
    ask();
    return undefined;
  } catch (thrown) {
    return toIsopodError(thrown);
  }
}
