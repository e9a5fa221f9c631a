import {
  Metadata,
  type ServiceError,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { forAdministrators } from '../../../../coordinator/services/for-administrators.ts';
import { silentLogger } from '../../../../shared/telemetry/logger.ts';
import { exampleAdminKey, exampleTenancy } from '../../../support/example-tenants.ts';

type Respond = (error: ServiceError | null, response?: object) => void;

/** A call of a method for administrators, which answers with a stream where `respond` is absent. */
async function callOf(authorization: string | undefined, adminKeyHashes: readonly string[]) {
  const { tenancy } = await exampleTenancy({ adminKeyHashes });
  const handled: string[] = [];
  const handlers = {
    Unary: (_call: object, respond: Respond) => {
      handled.push('unary');
      respond(null, {});
    },
    Stream: () => void handled.push('stream'),
  } as unknown as UntypedServiceImplementation;
  const { authenticator } = tenancy;
  const guarded = forAdministrators({ authenticator, logger: silentLogger }, handlers);
  const metadata = new Metadata();
  if (authorization !== undefined) metadata.set('authorization', authorization);
  const errors: (number | undefined)[] = [];
  const call = {
    metadata,
    emit: (name: string, error: ServiceError) => {
      errors.push(error.code);
      return name === 'error';
    },
  };
  const respond: Respond = (error) => errors.push(error?.code);
  const invoke = (name: string, ...args: unknown[]): void =>
    (guarded[name] as unknown as (...given: unknown[]) => void)(...args);
  invoke('Unary', call, respond);
  invoke('Stream', call);
  return { handled, errors };
}

test('forAdministrators lets administrators through to every method', async () => {
  const { text, secretHash } = exampleAdminKey();
  const { handled } = await callOf(`Bearer ${text}`, [secretHash]);
  expect(handled).toEqual(['unary', 'stream']);
});

test('forAdministrators lets everybody through where no key is configured', async () => {
  expect((await callOf(undefined, [])).handled).toEqual(['unary', 'stream']);
});

test('forAdministrators ends calls of others, of whatever kind, before they begin', async () => {
  const { secretHash } = exampleAdminKey();
  for (const shown of [undefined, `Bearer ${exampleAdminKey().text}`, 'Bearer admin']) {
    const { handled, errors } = await callOf(shown, [secretHash]);
    expect(handled).toEqual([]);
    expect(errors).toEqual([status.UNAUTHENTICATED, status.UNAUTHENTICATED]);
  }
});
