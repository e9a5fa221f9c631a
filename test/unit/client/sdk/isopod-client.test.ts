import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { IsopodClient } from '../../../../client/sdk/isopod-client.ts';
import { IsopodError, invalidExecution } from '../../../../shared/errors/isopod-error.ts';
import type { LogEntry } from '../../../../shared/execution/outcome.ts';
import { readExecution } from '../../../../shared/wire/execution-codec.ts';
import { logEntryToWire, outcomeToWire } from '../../../../shared/wire/outcome-codec.ts';
import {
  FakeCoordinator,
  type FakeUnaryCall,
  fakeOutcome,
} from '../../../support/fake-coordinator.ts';

const running: { stop(): void }[] = [];

afterEach(() => {
  for (const each of running.splice(0)) each.stop();
});

async function connect(
  script: Parameters<typeof FakeCoordinator.start>[0],
  tenantId?: string,
): Promise<IsopodClient> {
  const coordinator = await FakeCoordinator.start(script);
  const client = new IsopodClient({
    address: coordinator.address,
    ...(tenantId ? { tenantId } : {}),
  });
  running.push({ stop: () => client.close() }, coordinator);
  return client;
}

const hello: LogEntry = { level: 'WARN', text: 'hello', sinceStartUs: 10, attempt: 1 };

test('IsopodClient sends the whole request and returns the outcome with its logs', async () => {
  const outcome = fakeOutcome({ resultJson: '[1,2]' });
  const received: unknown[] = [];
  const client = await connect(
    {
      execute: (call) => {
        const execution = readExecution(
          call.request.execution,
          String(call.metadata.get('isopod-tenant')[0]),
        );
        received.push(execution);
        return { outcome: outcomeToWire(outcome), logs: [logEntryToWire(hello)] };
      },
    },
    'tenant-7',
  );

  const result = await client.execute({
    source: 'export default (n: number) => n',
    kind: 'MODULE',
    language: 'TYPESCRIPT',
    fileName: 'n.ts',
    inputJson: '1',
    isolation: 'PROCESS',
    isIdempotent: true,
    limits: { cpuUsMax: 250_000, memoryBytesMax: 32 * 2 ** 20 },
  });

  expect(result).toEqual({ outcome, logs: [hello] });
  expect(received).toMatchObject([
    {
      tenantId: 'tenant-7',
      program: {
        source: 'export default (n: number) => n',
        kind: 'MODULE',
        language: 'TYPESCRIPT',
        fileName: 'n.ts',
      },
      inputJson: '1',
      isolation: 'PROCESS',
      isIdempotent: true,
      limits: { cpuUsMax: 250_000, memoryBytesMax: 32 * 2 ** 20, wallUsMax: 10_000_000 },
    },
  ]);
});

test('IsopodClient rejects with the reason, fields and delay the coordinator gave', async () => {
  const violations = [
    { field: 'source.text', description: 'must not be empty' },
    { field: 'limits.cpu_time', description: 'must be from 0.001 s to 300 s: 0 s' },
  ];
  const errors = [
    invalidExecution(violations),
    new IsopodError('QUEUE_FULL', 'Could not queue the execution: 5', { retryAfterMs: 250 }),
  ];
  const client = await connect({
    execute: () => {
      throw errors.shift() ?? new Error('there is no third');
    },
  });

  await expect(client.execute({ source: '' })).rejects.toMatchObject({
    name: 'IsopodError',
    reason: 'INVALID_EXECUTION',
    fieldViolations: violations,
  });
  await expect(client.execute({ source: '1' })).rejects.toMatchObject({
    reason: 'QUEUE_FULL',
    retryAfterMs: 250,
    isRetryable: true,
    message: 'Could not queue the execution: 5',
  });
});

test('IsopodClient rejects with UNREACHABLE and names the address when nobody listens', async () => {
  const gone = await FakeCoordinator.start({});
  gone.stop();
  using client = new IsopodClient(gone.address);

  const result = client.execute({ source: '1' });
  await expect(result).rejects.toMatchObject({ reason: 'UNREACHABLE' });
  await expect(result).rejects.toThrow(`Could not reach ${gone.address}`);
});

test('IsopodClient cancels the call when its signal is aborted', async () => {
  const arrived = Promise.withResolvers<FakeUnaryCall>();
  const client = await connect({
    execute: (call) => {
      arrived.resolve(call);
      return new Promise(() => {});
    },
  });
  const abort = new AbortController();
  const result = client.execute({ source: '1' }, { signal: abort.signal });
  const call = await arrived.promise;
  const cancelled = once(call, 'cancelled');

  abort.abort();

  await expect(result).rejects.toMatchObject({ reason: 'CANCELLED' });
  await cancelled;
});

test('IsopodClient sends nothing when its signal is aborted already', async () => {
  const calls: FakeUnaryCall[] = [];
  const client = await connect({
    execute: (call) => {
      calls.push(call);
      return { outcome: outcomeToWire(fakeOutcome()) };
    },
  });

  const refused = client.execute({ source: '1' }, { signal: AbortSignal.abort() });
  await expect(refused).rejects.toMatchObject({ reason: 'CANCELLED' });
  await client.execute({ source: '2' });
  expect(calls.map(({ request }) => request.execution?.source?.text)).toEqual(['2']);
});

test('IsopodClient gives up after its time limit', async () => {
  const client = await connect({ execute: () => new Promise(() => {}) });
  await expect(client.execute({ source: '1' }, { timeLimitMs: 50 })).rejects.toMatchObject({
    reason: 'DEADLINE_EXCEEDED',
  });
});

test('IsopodClient refuses what no message can hold before it is sent', async () => {
  const client = await connect({});
  await expect(client.execute({ source: 'x'.repeat(25 * 2 ** 20) })).rejects.toMatchObject({
    reason: 'INVALID_EXECUTION',
    fieldViolations: [{ field: 'source.text' }],
  });
});

test('IsopodClient with onLog hears lines as they are written, before the outcome', async () => {
  const heard = Promise.withResolvers<LogEntry>();
  const client = await connect({
    commands: ([command], stream) => {
      const executionId = command?.executionId ?? 0;
      stream.write({ events: [{ executionId, logs: { entries: [logEntryToWire(hello)] } }] });
      // Only a client that has passed the line on gets the outcome.
      void heard.promise.then(() =>
        stream.write({ events: [{ executionId, outcome: outcomeToWire(fakeOutcome()) }] }),
      );
    },
  });

  const result = await client.execute({ source: '1' }, { onLog: heard.resolve });
  expect(await heard.promise).toEqual(hello);
  expect(result).toEqual({ outcome: fakeOutcome(), logs: [hello] });
});

test('IsopodClient with onLog cancels the call when its signal is aborted, as without', async () => {
  const abort = new AbortController();
  const cancelled = Promise.withResolvers<void>();
  const client = await connect({
    stream: (stream) => stream.on('cancelled', () => cancelled.resolve()),
    commands: () => abort.abort(),
  });
  const result = client.execute({ source: '1' }, { onLog: () => {}, signal: abort.signal });
  await expect(result).rejects.toMatchObject({ reason: 'CANCELLED' });
  await cancelled.promise;
});

test('IsopodClient lists nodes with their capacity, load and lockdown', async () => {
  const client = await connect({
    nodes: [
      {
        nodeId: 'a-1',
        state: 'NODE_STATE_DRAINING',
        agentVersion: '0.1.0',
        capacity: { runsMax: 1024, hostsMax: 4 },
        posture: {
          layers: ['seccomp', 'cgroup-memory'],
          nodeVersion: '26.10.0',
          v8Version: '14.6',
          startedAtUs: 1_600_000_000_000_000,
        },
        load: {
          runsInFlight: 3,
          hostsLive: 2,
          hostsBusy: 1,
          cpuPermille: 500,
          memoryBytes: 2 ** 33,
        },
        runsOutstanding: 5,
        heartbeatTime: { seconds: 1_700_000_000, nanos: 5e8 },
      },
    ],
  });

  expect(await client.listNodes()).toMatchObject([
    {
      nodeId: 'a-1',
      isDraining: true,
      agentVersion: '0.1.0',
      capacity: { runsMax: 1024, hostsMax: 4 },
      lockdownLayers: ['seccomp', 'cgroup-memory'],
      nodeVersion: '26.10.0',
      v8Version: '14.6',
      startedAtEpochMs: 1_600_000_000_000,
      load: { runsInFlight: 3, runsWaiting: 0, cpuPermille: 500, memoryBytes: 2 ** 33 },
      runsOutstanding: 5,
      heardAtEpochMs: 1_700_000_000_500,
    },
  ]);
});
