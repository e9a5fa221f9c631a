/** What is too large, or too late, is refused, and its connection goes on. */
import { status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { detailsOf, errorOf, LiveCoordinator } from '../../support/live-coordinator.ts';
import { rawConnection, rawExecute, statusWithoutMessage } from '../../support/raw-grpc-call.ts';

const source = { text: '1 + 1' };
const megabyte = 2 ** 20;

test('a message of 10 MB above the limit is RESOURCE_EXHAUSTED, and the connection lives', async () => {
  const coordinator = await LiveCoordinator.start({ messageBytesMax: 8 * megabyte });
  await coordinator.agent(() => ({ resultJson: '2' }));
  const connection = rawConnection(coordinator.address);
  const large = { source: { text: 'x'.repeat(10 * megabyte) } };
  expect(await statusWithoutMessage(rawExecute(connection, large))).toBe(status.RESOURCE_EXHAUSTED);
  const after = rawExecute(connection, { source });
  const [headers] = await new Promise<unknown[]>((resolve) =>
    after.once('response', (...given) => resolve(given)),
  );
  expect(headers).not.toHaveProperty('grpc-status');
  expect(connection.closed).toBe(false);
});

test('metadata of more than 16 KB is refused, and the connection lives', async () => {
  const coordinator = await LiveCoordinator.start();
  await coordinator.agent(() => ({ resultJson: '2' }));
  const few = { 'x-some': 'x'.repeat(8_000) };
  await coordinator.execute({ source }, { metadata: few }).answer;
  const metadata = { 'x-one': 'x'.repeat(9_000), 'x-two': 'x'.repeat(9_000) };
  const error = await errorOf(coordinator.execute({ source }, { metadata }));
  expect(error.code).toBe(status.RESOURCE_EXHAUSTED);
  expect(detailsOf(error)).toMatchObject({ reason: 'METADATA_TOO_LARGE' });
  await coordinator.execute({ source }).answer;
});

test('a call whose deadline is past when it comes never begins', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent(() => ({ resultJson: '2' }));
  const connection = rawConnection(coordinator.address);
  const late = rawExecute(connection, { source: { text: 'late' } }, { 'grpc-timeout': '1n' });
  expect(await statusWithoutMessage(late)).toBe(status.DEADLINE_EXCEEDED);
  await coordinator.execute({ source: { text: 'in time' } }).answer;
  expect((await agent.runs.next()).execution.program).toMatchObject({ source: 'in time' });
});
