/** What a client that does not read costs the coordinator: little, whatever it asks for. */
import { Client, credentials, Metadata, status } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import { ExecutionService } from '../../../shared/wire/services.ts';
import { CoordinatorProcess } from '../../support/coordinator-process.ts';
import { detailsOf } from '../../support/live-coordinator.ts';
import { rawConnection, rawExecute, statusWithoutMessage } from '../../support/raw-grpc-call.ts';

const megabyte = 2 ** 20;
const execution = { source: { text: '"x".repeat(2 ** 20)' } };
const resultJson = JSON.stringify('x'.repeat(megabyte));
/** What a client that reads nothing asks for at once, in megabytes. */
const batch = 40;
/**
 * Of what is asked for, all batches together: what is read by nobody is not kept. How much garbage is
 * there at the worst moment is V8's affair, and the machine's.
 */
const rounds = 5;
const growthBytesMax = (rounds * batch * megabyte) / 2;

/** A coordinator that has worked a little, with an agent whose results are of 1 MB. */
async function scenario() {
  const coordinator = await CoordinatorProcess.start();
  const agent = await coordinator.agent();
  const client = new ExecutionService(coordinator.address, credentials.createInsecure());
  onTestFinished(() => client.close());
  const answer = async (count: number): Promise<void> => {
    for (const { runId } of await agent.runs.take(count)) agent.end(runId, { resultJson });
  };
  for (let round = 0; round < 16; round++) {
    const answered = new Promise((resolve) => client.execute({ execution }, resolve));
    await answer(1);
    await answered;
  }
  const beforeBytes = coordinator.memoryBytes;
  coordinator.forgetPeak();
  return {
    coordinator,
    agent,
    client,
    answer,
    growth: () => coordinator.memoryPeakBytes - beforeBytes,
  };
}

test('streams that are not read cost far less than they bring about', async () => {
  const { agent, client, answer, growth } = await scenario();
  for (let round = 0; round < rounds; round++) {
    const stream = client.executeStream(new Metadata());
    stream.on('error', () => {});
    // A client of grpc-js holds back what it has begun to read, and only that.
    stream.once('data', () => stream.pause());
    const ended = new Promise((resolve) => stream.on('status', resolve));
    const ids = Array.from({ length: batch + 1 }, (_, index) => index + 1);
    stream.write({ commands: ids.map((id) => ({ executionId: id, execute: { execution } })) });
    await answer(batch);
    // The coordinator has had enough, and cancels the run that has no answer.
    const { runId } = await agent.runs.next();
    while ((await agent.cancels.next()) !== runId);
    agent.end(runId, { word: 'CANCELLED' });
    stream.on('data', () => {}).resume();
    expect(detailsOf(await ended)).toMatchObject({ reason: 'READER_TOO_SLOW' });
  }
  expect(growth()).toBeLessThan(growthBytesMax);
});

test('unary answers that are not read cost far less than all of them', async () => {
  const { coordinator, client, answer, growth } = await scenario();
  const deaf = rawConnection(coordinator.address);
  const callMany = (): Promise<number>[] =>
    Array.from({ length: batch }, () => statusWithoutMessage(rawExecute(deaf, execution)));
  void Promise.all(callMany());
  await answer(batch);
  // What was answered before this has all been given, or kept back.
  const other = new Promise((resolve) => client.execute({ execution }, resolve));
  await answer(1);
  await other;
  for (let round = 1; round < rounds; round++)
    expect(new Set(await Promise.all(callMany()))).toEqual(new Set([status.RESOURCE_EXHAUSTED]));
  expect(growth()).toBeLessThan(growthBytesMax);
});

test('answers of reflection that are not read cost far less than all of them', async () => {
  const coordinator = await CoordinatorProcess.start();
  const client = new Client(coordinator.address, credentials.createInsecure());
  onTestFinished(() => client.close());
  const same = (bytes: Buffer): Buffer => bytes;
  const path = '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo';
  const call = client.makeBidiStreamRequest(path, same, same);
  call.on('error', () => {});
  onTestFinished(() => call.cancel());
  const name = Buffer.from('isopod.v1.ExecutionService');
  // 28 bytes that ask for 20 KB.
  const question = Buffer.concat([Buffer.of(0x22, name.length), name]);
  call.write(question);
  await new Promise((resolve) => call.once('data', resolve));
  call.pause();
  const beforeBytes = coordinator.memoryBytes;
  for (let count = 0; count < 10_000; count++) call.write(question);
  const isHealthy = (): Promise<unknown> =>
    new Promise((resolve) => {
      const check = '/grpc.health.v1.Health/Check';
      client.makeUnaryRequest(check, same, same, Buffer.alloc(0), resolve);
    });
  // Behind the questions on the same connection.
  for (let round = 0; round < 100; round++) await isHealthy();
  expect(coordinator.memoryPeakBytes - beforeBytes).toBeLessThan(growthBytesMax);
});
