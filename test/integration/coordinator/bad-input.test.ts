/**
 * Nothing that a client sends brings the coordinator down or goes without a clear answer. Each of
 * these is followed by a good call over the same connection.
 */
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, expect, test } from 'vitest';
import type { Execution } from '../../../shared/generated/isopod/v1/Execution.ts';
import { detailsOf, errorOf, LiveCoordinator } from '../../support/live-coordinator.ts';

const source = { text: '1 + 1' };
const half = { wallTime: { seconds: 1, nanos: -1 } };

let coordinator: LiveCoordinator;

async function start(): Promise<LiveCoordinator> {
  coordinator = await LiveCoordinator.start();
  await coordinator.agent(() => ({ resultJson: '2' }));
  return coordinator;
}

afterEach(async () => {
  const { outcome } = await coordinator.execute({ source }).answer;
  expect(outcome?.resultJson).toBe('2');
});

test.each<[string, Execution | null, string]>([
  ['no execution', null, 'execution'],
  ['no source', {}, 'source'],
  ['an empty source', { source: { text: '' } }, 'source.text'],
  ['a source of 5 MB', { source: { text: 'x'.repeat(5e6) } }, 'source.text'],
  ['an input of 5 MB', { source, inputJson: JSON.stringify('x'.repeat(5e6)) }, 'input_json'],
  ['input that is no JSON', { source, inputJson: '{"a":' }, 'input_json'],
  ['a mistake among emoji', { source, inputJson: `{"a": ${'😀'.repeat(40)}` }, 'input_json'],
  ['an unknown kind', { source: { ...source, kind: 77 as never } }, 'source.kind'],
  ['an unknown language', { source: { ...source, language: -1 as never } }, 'source.language'],
  ['an unknown isolation', { source, isolationLevel: 77 as never }, 'isolation_level'],
  ['negative memory', { source, limits: { memoryBytes: -1 } }, 'limits.memory_bytes'],
  ['negative time', { source, limits: { wallTime: { seconds: -1 } } }, 'limits.wall_time'],
  ['no time at all', { source, limits: { cpuTime: {} } }, 'limits.cpu_time'],
  [
    'time above the ceiling',
    { source, limits: { wallTime: { seconds: 901 } } },
    'limits.wall_time',
  ],
  ['a time of two signs', { source, limits: half }, 'limits.wall_time'],
  ['a time of too many nanos', { source, limits: { cpuTime: { nanos: 2e9 } } }, 'limits.cpu_time'],
  ['2^63 - 1 timers', { source, limits: { timers: '9223372036854775807' } }, 'limits.timers'],
])('%s is INVALID_ARGUMENT and names the field', async (_what, execution, field) => {
  await start();
  const error = await errorOf(coordinator.execute(execution as Execution));
  expect(error.code).toBe(status.INVALID_ARGUMENT);
  expect(detailsOf(error)).toMatchObject({
    reason: 'INVALID_EXECUTION',
    fieldViolations: [{ field }],
  });
});

test('a session id that is none is INVALID_ARGUMENT and names the field', async () => {
  await start();
  const error = await errorOf(coordinator.execute({ source, sessionId: 's' }));
  expect(error.code).toBe(status.INVALID_ARGUMENT);
  expect(detailsOf(error)).toMatchObject({ fieldViolations: [{ field: 'session_id' }] });
});

test('a function that nobody deployed is NOT_FOUND', async () => {
  await start();
  const error = await errorOf(coordinator.execute({ function: { name: 'f' } }));
  expect(error.code).toBe(status.NOT_FOUND);
  expect(detailsOf(error)).toMatchObject({ reason: 'FUNCTION_NOT_FOUND' });
});

test.each(['', 'a b', '../a', 'x'.repeat(65), '-a'])(
  'a tenant called "%s" is INVALID_ARGUMENT',
  async (tenant) => {
    await start();
    const metadata = { 'isopod-tenant': tenant };
    const error = await errorOf(coordinator.execute({ source }, { metadata }));
    expect(error.code).toBe(status.INVALID_ARGUMENT);
    expect(detailsOf(error)).toMatchObject({ fieldViolations: [{ field: 'isopod-tenant' }] });
  },
);

test('a message above the limit is RESOURCE_EXHAUSTED, and the connection lives', async () => {
  await start();
  const huge = coordinator.execute({ source: { text: 'x'.repeat(25 * 2 ** 20) } });
  expect(await errorOf(huge)).toMatchObject({ code: status.RESOURCE_EXHAUSTED });
});

test('bytes that are no message are an error of the call alone', async () => {
  await start();
  expect(await errorOfBytes(Buffer.from([0xff, 0xff, 0xff]))).toMatchObject({
    code: status.INTERNAL,
  });
});

test('a method that is not there is UNIMPLEMENTED', async () => {
  await start();
  expect(await errorOfBytes(Buffer.alloc(0), 'Fly')).toMatchObject({ code: status.UNIMPLEMENTED });
});

/** How a call with these bytes as its message ends. */
function errorOfBytes(bytes: Buffer, method = 'Execute'): Promise<ServiceError> {
  return new Promise((resolve, reject) => {
    coordinator.executions.makeUnaryRequest(
      `/isopod.v1.ExecutionService/${method}`,
      (message: Buffer) => message,
      (message: Buffer) => message,
      bytes,
      new Metadata(),
      (error) => (error ? resolve(error) : reject(new Error('the call succeeded'))),
    );
  });
}
