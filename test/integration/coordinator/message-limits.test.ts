/** What is too large, or too late, is refused, and its connection goes on. */
import { status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { LiveCoordinator } from '../../support/live-coordinator.ts';
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

test('a call whose deadline is past when it comes never begins', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent(() => ({ resultJson: '2' }));
  const connection = rawConnection(coordinator.address);
  const late = rawExecute(connection, { source: { text: 'late' } }, { 'grpc-timeout': '1n' });
  expect(await statusWithoutMessage(late)).toBe(status.DEADLINE_EXCEEDED);
  await coordinator.execute({ source: { text: 'in time' } }).answer;
  expect((await agent.runs.next()).execution.program).toMatchObject({ source: 'in time' });
});
