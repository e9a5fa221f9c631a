import { createServer, type Server } from 'node:net';
import { Server as GrpcServer, ServerCredentials } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import { nodeAgentProgram } from '../../../node-agent/config.ts';
import { NodeAgent } from '../../../node-agent/node-agent.ts';
import { HostProgram } from '../../../node-agent/pool/host-program.ts';
import { loadConfig } from '../../../shared/config/load-config.ts';
import type { ConnectRequest__Output } from '../../../shared/generated/isopod/v1/ConnectRequest.ts';
import type { NodeServiceHandlers } from '../../../shared/generated/isopod/v1/NodeService.ts';
import { systemRandom } from '../../../shared/random/system-random.ts';
import { type Logger, silentLogger } from '../../../shared/telemetry/logger.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { NodeService } from '../../../shared/wire/services.ts';
import { cgroupsOfAgents } from '../../support/agent-cgroups.ts';
import { isRoot } from '../../support/hosts/probe-host-client.ts';

interface LogLine {
  readonly level: 'warn' | 'info';
  readonly message: string;
  readonly layers?: unknown;
}

/** An agent whose coordinator is not there, and what it logs. */
function makeAgent(...args: string[]): { agent: NodeAgent; log: LogLine[] } {
  return makeAgentOf('127.0.0.1:1', ...args);
}

function makeAgentOf(coordinator: string, ...args: string[]): { agent: NodeAgent; log: LogLine[] } {
  const always = ['--node-token', 'a-token-of-sufficient-length', '--coordinators', coordinator];
  const readTextFile = (): string => '';
  const config = loadConfig(
    nodeAgentProgram,
    { args: [...always, ...args], env: {}, readTextFile },
    { processors: 2, hostName: 'tested', newId: () => 'a-new-id', readTextFile },
  );
  const log: LogLine[] = [];
  const logger: Logger = {
    ...silentLogger,
    info: ({ layers }, message) => log.push({ level: 'info', message, layers }),
    warn: (_fields, message) => log.push({ level: 'warn', message }),
  };
  const agent = new NodeAgent(config, {
    clock: systemClock(),
    random: systemRandom(),
    logger,
    hostProgram: HostProgram.bundle(),
    joined: () => {},
    retired: () => {},
  });
  onTestFinished(() => agent.stop());
  return { agent, log };
}

test('NodeAgent makes cgroups for its hosts and leaves none when it stops', async () => {
  const { agent, log } = makeAgent();
  await agent.start();
  const [serves] = log.filter(({ message }) => message === 'node-agent serves');
  const isByCgroup = String(serves?.layers).includes('cgroup');
  expect(cgroupsOfAgents([process.pid])).toHaveLength(isByCgroup ? 1 : 0);
  await agent.stop();
  expect(cgroupsOfAgents([process.pid])).toEqual([]);
});

test('NodeAgent told to stop while it starts leaves nothing either', async () => {
  const { agent, log } = makeAgent();
  const started = agent.start();
  await agent.stop();
  await started;
  expect(log.at(-1)?.message).toBe('node-agent stopped');
  expect(cgroupsOfAgents([process.pid])).toEqual([]);
});

test.each<[string[], boolean]>([
  [['--egress-allow', 'https://api.example.com'], true],
  [[], false],
])('NodeAgent says whether it fetches for programs: %j', async (args, egress) => {
  const { address, hello } = await coordinatorThatListens();
  await makeAgentOf(address, ...args).agent.start();
  expect(await hello).toMatchObject({ nodeId: 'tested-anewid', egress });
});

test('NodeAgent that is root does without users for its hosts only by best effort', async () => {
  const base = 1_700_000_000;
  const taken = await takeUidRanges(base);
  onTestFinished(() => taken.forEach((server) => server.close()));

  const required = makeAgent('--host-uid-base', String(base)).agent;
  // Who is not root has none to give, and needs none.
  const refusal = await required.start().catch(String);
  expect(refusal ?? '').toMatch(isRoot ? /No range of users for hosts is free/ : /^$/);
  await required.stop();
  expect(cgroupsOfAgents([process.pid])).toEqual([]);

  const ranges = ['--host-uid-base', String(base), '--lockdown', 'best-effort'];
  const { agent, log } = makeAgent(...ranges);
  await agent.start();
  const messages = log.map(({ message }) => message);
  expect(messages.includes('hosts run as the user of the agent')).toBe(isRoot);
  const [serves] = log.filter(({ message }) => message === 'node-agent serves');
  expect(serves?.layers).toContain('system-call-filter');
  expect(serves?.layers).not.toContain('own-ids');
});

/** As 64 other agents would. */
function takeUidRanges(base: number): Promise<Server[]> {
  const ranges = Array.from({ length: 64 }, (_, range) => base + range * 256);
  return Promise.all(
    ranges.map(
      (first) =>
        new Promise<Server>((resolve) => {
          const server = createServer();
          server.listen(`\0isopod-host-uids-${first}`, () => resolve(server));
        }),
    ),
  );
}

/** Takes the first hello, and says nothing. */
async function coordinatorThatListens(): Promise<{ address: string; hello: Promise<unknown> }> {
  const { promise: hello, resolve } = Promise.withResolvers<unknown>();
  const server = new GrpcServer();
  const handlers: NodeServiceHandlers = {
    Connect: (stream) => {
      stream.on('data', (message: ConnectRequest__Output) => resolve(message.hello));
      stream.on('error', () => {});
    },
  };
  server.addService(NodeService.service, handlers);
  const port = await new Promise<number>((bound, reject) => {
    const credentials = ServerCredentials.createInsecure();
    server.bindAsync('127.0.0.1:0', credentials, (error, found) =>
      error ? reject(error) : bound(found),
    );
  });
  onTestFinished(() => server.forceShutdown());
  return { address: `127.0.0.1:${port}`, hello };
}
