/** What every gRPC tool asks for: health and reflection. */
import {
  Client,
  credentials,
  loadPackageDefinition,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { expect, onTestFinished, test } from 'vitest';
import { orcaStreamPath } from '../../../shared/wire/orca-codec.ts';
import { Arrivals } from '../../support/arrivals.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

const executionService = 'isopod.v1.ExecutionService';
const healthProto = new URL('../../../proto/grpc/health/v1/health.proto', import.meta.url).pathname;
const reflectionFolder = new URL(
  '../../../node_modules/@grpc/reflection/build/proto/grpc/reflection/',
  import.meta.url,
);

/** A client of a service that has no generated types here. */
function clientOf(address: string, protoFile: string, serviceName: string): Client {
  const definition = loadPackageDefinition(loadSync(protoFile, { enums: String, defaults: true }));
  let found: unknown = definition;
  for (const name of serviceName.split('.')) found = (found as Record<string, unknown>)[name];
  const Service = found as new (
    target: string,
    secure: ReturnType<typeof credentials.createInsecure>,
  ) => Client;
  const client = new Service(address, credentials.createInsecure());
  onTestFinished(() => client.close());
  return client;
}

interface HealthAnswer {
  readonly status: string;
}

interface HealthClient extends Client {
  check(
    request: { service: string },
    callback: (error: ServiceError | null, answer?: HealthAnswer) => void,
  ): void;
  list(
    request: object,
    callback: (
      error: ServiceError | null,
      answer?: { statuses: Readonly<Record<string, HealthAnswer>> },
    ) => void,
  ): void;
  watch(request: { service: string }): {
    on(event: 'data', listener: (answer: HealthAnswer) => void): void;
    on(event: 'error', listener: () => void): void;
    cancel(): void;
  };
}

function healthOf(coordinator: LiveCoordinator) {
  const client = clientOf(
    coordinator.address,
    healthProto,
    'grpc.health.v1.Health',
  ) as HealthClient;
  return {
    check: (service: string): Promise<string> =>
      new Promise((resolve, reject) => {
        client.check({ service }, (error, answer) =>
          answer ? resolve(answer.status) : reject(error),
        );
      }),
    list: (): Promise<Record<string, string>> =>
      new Promise((resolve, reject) => {
        client.list({}, (error, answer) => {
          const all = Object.entries(answer?.statuses ?? {});
          if (answer) resolve(Object.fromEntries(all.map(([name, said]) => [name, said.status])));
          else reject(error);
        });
      }),
    watch(service: string): Arrivals<string> {
      const statuses = new Arrivals<string>();
      const call = client.watch({ service });
      call.on('error', () => {});
      call.on('data', (answer) => statuses.add(answer.status));
      onTestFinished(() => call.cancel());
      return statuses;
    },
  };
}

test('health says SERVING of the coordinator, and of executions while a node is there', async () => {
  const coordinator = await LiveCoordinator.start();
  const health = healthOf(coordinator);
  expect(await health.check('')).toBe('SERVING');
  expect(await health.check(executionService)).toBe('NOT_SERVING');
  await coordinator.agent();
  expect(await health.check(executionService)).toBe('SERVING');
  await expect(health.check('isopod.v1.Nothing')).rejects.toMatchObject({ code: 5 });
});

test('health lists every service, the whole, and whether the process is alive', async () => {
  const coordinator = await LiveCoordinator.start();
  expect(await healthOf(coordinator).list()).toEqual({
    '': 'SERVING',
    liveness: 'SERVING',
    'isopod.v1.ExecutionService': 'NOT_SERVING',
    'isopod.v1.SessionService': 'NOT_SERVING',
    'isopod.v1.NodeService': 'SERVING',
    'isopod.v1.ClusterService': 'SERVING',
    'isopod.v1.FunctionService': 'SERVING',
    'isopod.v1.TenantService': 'SERVING',
  });
});

test('health of a service that nobody knows is watched as SERVICE_UNKNOWN', async () => {
  const coordinator = await LiveCoordinator.start();
  expect(await healthOf(coordinator).watch('isopod.v1.Nothing').next()).toBe('SERVICE_UNKNOWN');
});

test('health can be watched: a node comes, drains and leaves', async () => {
  const coordinator = await LiveCoordinator.start();
  const statuses = healthOf(coordinator).watch(executionService);
  expect(await statuses.next()).toBe('NOT_SERVING');
  const agent = await coordinator.agent();
  expect(await statuses.next()).toBe('SERVING');
  agent.heartbeat({ isDraining: true });
  expect(await statuses.next()).toBe('NOT_SERVING');
});

test('health says NOT_SERVING as soon as the coordinator stops, and stays with it', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const [whole, executions] = ['', executionService].map((name) =>
    healthOf(coordinator).watch(name),
  );
  expect([await whole?.next(), await executions?.next()]).toEqual(['SERVING', 'SERVING']);
  const running = coordinator.execute({ source: { text: '1' } });
  const { runId } = await agent.runs.next();
  const stopped = coordinator.stop();
  expect([await whole?.next(), await executions?.next()]).toEqual(['NOT_SERVING', 'NOT_SERVING']);
  agent.end(runId);
  await running.answer;
  agent.halfClose();
  await stopped;
});

test.each(['v1', 'v1alpha'])('reflection %s lists and describes the services', async (version) => {
  const coordinator = await LiveCoordinator.start();
  const client = clientOf(
    coordinator.address,
    new URL(`${version}/reflection.proto`, reflectionFolder).pathname,
    `grpc.reflection.${version}.ServerReflection`,
  ) as Client & { serverReflectionInfo(): ReflectionCall };
  const call = client.serverReflectionInfo();
  const answers = new Arrivals<ReflectionAnswer>();
  call.on('data', (answer) => answers.add(answer));
  call.on('error', () => {});
  onTestFinished(() => call.cancel());
  call.write({ listServices: '' });
  const { listServicesResponse } = await answers.next();
  const names = listServicesResponse?.service.map(({ name }) => name);
  for (const name of ['ExecutionService', 'ClusterService', 'NodeService'])
    expect(names).toContain(`isopod.v1.${name}`);
  expect(names).toContain('grpc.health.v1.Health');
  call.write({ fileContainingSymbol: `${executionService}.ExecuteStream` });
  const { fileDescriptorResponse } = await answers.next();
  const files = fileDescriptorResponse?.fileDescriptorProto.map((bytes) =>
    bytes.toString('latin1'),
  );
  for (const word of ['ExecuteStream', 'execution_id', 'time_limit', 'OUTCOME_WORD_NODE_LOST'])
    expect(files?.some((text) => text.includes(word))).toBe(true);
});

/** Reflection's stream, in bytes. */
function reflectionBytes({ address }: LiveCoordinator) {
  const client = new Client(address, credentials.createInsecure());
  onTestFinished(() => client.close());
  const path = '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo';
  const same = (bytes: Buffer): Buffer => bytes;
  const call = client.makeBidiStreamRequest(path, same, same);
  call.on('error', () => {});
  onTestFinished(() => call.cancel());
  return call;
}

test('a question to reflection that is none ends its stream, and not the coordinator', async () => {
  const coordinator = await LiveCoordinator.start();
  const call = reflectionBytes(coordinator);
  const ended = new Promise((resolve) => call.on('status', resolve));
  call.resume();
  call.write(Buffer.of(0xff, 0xff));
  expect(await ended).toMatchObject({ code: status.INVALID_ARGUMENT });
  expect(await healthOf(coordinator).check('')).toBe('SERVING');
});

test('health of a name without end is not watched', async () => {
  const coordinator = await LiveCoordinator.start();
  const watched = new Promise((resolve) => {
    const call = clientOf(
      coordinator.address,
      healthProto,
      'grpc.health.v1.Health',
    ) as HealthClient;
    call.watch({ service: 'x'.repeat(257) }).on('error', resolve as () => void);
  });
  expect(await watched).toMatchObject({ code: status.INVALID_ARGUMENT });
});

test('who watches load takes no watch from administrators', async () => {
  const coordinator = await LiveCoordinator.start();
  const client = new Client(coordinator.address, credentials.createInsecure());
  onTestFinished(() => client.close());
  const same = (bytes: Buffer): Buffer => bytes;
  const refused = new Promise((resolve) => {
    for (let count = 0; count <= 1_000; count++) {
      const call = client.makeServerStreamRequest(orcaStreamPath, same, same, Buffer.alloc(0));
      call.on('error', resolve);
      call.resume();
      onTestFinished(() => call.cancel());
    }
  });
  expect(await refused).toMatchObject({ code: status.RESOURCE_EXHAUSTED });
  const nodes = coordinator.cluster.watchNodes({});
  nodes.on('error', () => {});
  onTestFinished(() => nodes.cancel());
  await new Promise((resolve) => nodes.once('data', resolve));
});

interface ReflectionAnswer {
  readonly listServicesResponse?: { readonly service: readonly { readonly name: string }[] };
  readonly fileDescriptorResponse?: { readonly fileDescriptorProto: readonly Buffer[] };
}

interface ReflectionCall {
  write(request: Record<string, string>): void;
  on(event: 'data', listener: (answer: ReflectionAnswer) => void): void;
  on(event: 'error', listener: () => void): void;
  cancel(): void;
}
