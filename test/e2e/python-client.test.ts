/** What a Python program sees of a coordinator: Debian's grpcio, stubs made from our .proto files. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CoordinatorConfig } from '../../coordinator/config.ts';
import { ScalableSandboxService } from '../../coordinator/scalable-sandbox-service.ts';
import { newToken } from '../../shared/random/system-random.ts';
import { silentLogger } from '../../shared/telemetry/logger.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { PythonClient } from '../support/python/python-client.ts';

const config: CoordinatorConfig = {
  listenHost: '127.0.0.1',
  port: 0,
  nodeToken: newToken(),
  executionsQueuedMax: 100,
  queueBytesMax: 64 * 2 ** 20,
  queueWaitMsMax: 1_000,
  streamExecutionsMax: 100,
  messageBytesMax: 24 * 2 ** 20,
  drainGraceMs: 0,
  logLevel: 'info',
  logPretty: false,
  parentFd: undefined,
  readyFd: undefined,
};

const service = new ScalableSandboxService(config, { clock: systemClock(), logger: silentLogger });
let python: PythonClient;

beforeAll(async () => {
  python = new PythonClient(`127.0.0.1:${await service.start()}`);
});

afterAll(async () => {
  await python.stop();
  await service.stop();
});

test('a Python client reads the health of the coordinator', async () => {
  expect(await python.call({ call: 'health', service: '' })).toEqual({ status: 'SERVING' });
  expect(await python.call({ call: 'health', service: 'isopod.v1.ExecutionService' })).toEqual({
    status: 'NOT_SERVING',
  });
  expect(await python.call({ call: 'health', service: 'no.such.Service' })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});

test('a Python client discovers the services by reflection', async () => {
  expect(await python.call({ call: 'list-services' })).toEqual({
    services: expect.arrayContaining(['isopod.v1.ExecutionService', 'isopod.v1.ClusterService']),
  });
  expect(
    await python.call({ call: 'describe-service', service: 'isopod.v1.ExecutionService' }),
  ).toEqual({
    methods: {
      Execute: '.isopod.v1.ExecuteRequest',
      ExecuteStream: '.isopod.v1.ExecuteStreamRequest',
    },
  });
});

test('a Python client is told which field is at fault', async () => {
  const answer = await python.call({ call: 'execute', execution: { source: { text: '' } } });
  expect(answer).toMatchObject({ error: { code: 'INVALID_ARGUMENT' } });
});
