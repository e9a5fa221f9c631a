/** A coordinator that asks for API keys, over real sockets, and who calls it. */
import { credentials, Metadata } from '@grpc/grpc-js';
import { onTestFinished } from 'vitest';
import type { IsopodClientOptions } from '../../client/sdk/client-options.ts';
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { exampleAdminKey, examplePolicy } from './example-tenants.ts';
import { ExecuteStream } from './execute-stream.ts';
import { LiveCoordinator } from './live-coordinator.ts';

export interface Guarded {
  readonly coordinator: LiveCoordinator;
  readonly admin: IsopodClient;
}

/** With an administrator of it. */
export async function guardedCoordinator(
  keeping: Parameters<typeof LiveCoordinator.start>[3] = {},
  adminKey = exampleAdminKey(),
): Promise<Guarded> {
  const config = { adminKeyHashes: [adminKey.secretHash] };
  const secure = credentials.createInsecure();
  const coordinator = await LiveCoordinator.start(config, systemClock(), secure, keeping);
  return { coordinator, admin: clientOf(coordinator, { apiKey: adminKey.text }) };
}

export function clientOf(
  { address }: LiveCoordinator,
  options: Omit<IsopodClientOptions, 'address'> = {},
): IsopodClient {
  const client = new IsopodClient({ address, ...options });
  onTestFinished(() => client.close());
  return client;
}

export function streamOf(coordinator: LiveCoordinator, key: string): ExecuteStream {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${key}`);
  return new ExecuteStream(coordinator.executions, metadata).read();
}

export interface KeyedTenant {
  readonly key: string;
  readonly keyId: string;
  readonly client: IsopodClient;
}

/** A tenant with a key, and a client that has it. */
export async function keyedTenant(
  { coordinator, admin }: Guarded,
  tenantId: string,
  policy: Parameters<typeof examplePolicy>[0] = {},
): Promise<KeyedTenant> {
  await admin.tenants.create(tenantId, examplePolicy(policy));
  const { key, apiKey } = await admin.tenants.createKey(tenantId, 'a test');
  return { key, keyId: apiKey.keyId, client: clientOf(coordinator, { apiKey: key }) };
}
