import { Client, credentials } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import { ChildProgram } from '../../../client/cli/child-program.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { type HealthResponse, healthService } from '../../../shared/wire/health-service.ts';
import { ExecutionService } from '../../../shared/wire/services.ts';
import { Arrivals } from '../../support/arrivals.ts';
import { FakeAgent } from '../../support/fake-agent.ts';

const token = 'a-token-for-nodes-that-are-fake';
const clock = systemClock();

async function coordinatorProcess(): Promise<{ program: ChildProgram; address: string }> {
  const program = new ChildProgram({
    name: 'coordinator',
    script: 'coordinator/main.ts',
    args: ['--port', '0', '--log-level', 'error'],
    env: { ...process.env, ISOPOD_NODE_TOKEN: token },
  });
  onTestFinished(() => program.kill());
  const { port } = await program.ready;
  return { program, address: `127.0.0.1:${port}` };
}

/** What a load balancer hears of a service. */
function watch(address: string, service: string): Arrivals<string> {
  const client = new Client(address, credentials.createInsecure());
  onTestFinished(() => client.close());
  const heard = new Arrivals<string>();
  const { path, requestSerialize, responseDeserialize } = healthService.Watch;
  const call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, {
    service,
  });
  call.on('data', ({ status }: HealthResponse) => heard.add(status));
  call.on('error', () => {});
  return heard;
}

test('a coordinator says NOT_SERVING at once on SIGTERM, and finishes what it has after that', async () => {
  const { program, address } = await coordinatorProcess();
  const agent = await FakeAgent.join(address, { token });
  onTestFinished(() => agent.break());
  const services = ['', 'isopod.v1.ExecutionService'].map((name) => watch(address, name));
  for (const heard of services) expect(await heard.next()).toBe('SERVING');
  const executions = new ExecutionService(address, credentials.createInsecure());
  onTestFinished(() => executions.close());
  const words = new Arrivals<string | undefined>();
  executions.Execute({ execution: { source: { text: '1' } } }, (_error, response) =>
    words.add(response?.outcome?.word),
  );
  const { runId } = await agent.runs.next();
  const toldAtMs = clock.nowMs();
  process.kill(program.pid ?? 0, 'SIGTERM');
  for (const heard of services) expect(await heard.next()).toBe('NOT_SERVING');
  // 3 to 11 ms on a machine that is busy.
  expect(clock.nowMs() - toldAtMs).toBeLessThan(100);
  agent.end(runId);
  expect(await words.next()).toBe('OUTCOME_WORD_SUCCEEDED');
  expect(await program.ended).toMatchObject({ isOrderly: true });
});
