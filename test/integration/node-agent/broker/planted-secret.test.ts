/**
 * A secret planted in an agent, and everything that comes out of a cluster: a program that tries to
 * get at it, its result, its logs, the agent's log at its most talkative, what clients are told.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { IsopodClient } from '../../../../client/sdk/isopod-client.ts';
import { nodeAgentProgram } from '../../../../node-agent/config.ts';
import { NodeAgent } from '../../../../node-agent/node-agent.ts';
import { HostProgram } from '../../../../node-agent/pool/host-program.ts';
import { loadConfig } from '../../../../shared/config/load-config.ts';
import { systemRandom } from '../../../../shared/random/system-random.ts';
import type { LogFields, Logger } from '../../../../shared/telemetry/logger.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { EgressServer } from '../../../support/egress-server.ts';
import {
  LiveCoordinator,
  liveNodeToken,
  liveTransport,
} from '../../../support/live-coordinator.ts';

const planted = 'planted-0123456789-secret';

/** What an agent writes, of every level. */
function recordingLogger(lines: string[]): Logger {
  const write = (fields: LogFields, message: string) =>
    void lines.push(`${inspect(fields, { depth: 20, showHidden: true })} ${message}`);
  const logger: Logger = {
    debug: write,
    info: write,
    warn: write,
    error: write,
    child: () => logger,
  };
  return logger;
}

async function startAgent(
  address: string,
  args: readonly string[],
  lines: string[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-secret-'));
  const file = join(folder, 'key');
  writeFileSync(file, `${planted}\n`);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const common = ['--node-token', liveNodeToken.replaceAll(' ', '-'), '--coordinators', address];
  const readTextFile = (path: string) => (path === file ? `${planted}\n` : '');
  const config = loadConfig(
    nodeAgentProgram,
    { args: [...common, ...args.map((arg) => arg.replace('FILE', file))], env: {}, readTextFile },
    { processors: 2, hostName: 'tested', newId: () => 'a-new-id', readTextFile },
  );
  lines.push(inspect(config, { depth: 20, showHidden: true }), JSON.stringify(config));
  const joined = Promise.withResolvers<void>();
  const agent = new NodeAgent(config, {
    clock: systemClock(),
    random: systemRandom(),
    logger: recordingLogger(lines),
    hostProgram: HostProgram.bundle(),
    joined: () => joined.resolve(),
    retired: () => {},
  });
  onTestFinished(() => agent.stop());
  await agent.start();
  await joined.promise;
}

const source = `export default async ({ holder, stranger }) => {
  const key = '{{secret:KEY}}';
  const seen = [];
  const attempt = async (url, init) => {
    try {
      const response = await fetch(url, init);
      const text = await response.clone().text();
      seen.push({ url: response.url, status: response.status, text, headers: [...response.headers] });
      console.log(text, response);
    } catch (error) {
      console.error(error, error.cause);
      seen.push({ code: error.cause?.code, message: error.cause?.message, stack: error.stack });
    }
  };
  const headers = { authorization: 'Bearer ' + key };
  await attempt(holder + '/plain', { headers });
  await attempt(holder + '/echo', { headers });
  await attempt(holder + '/elsewhere', { headers });
  await attempt(holder + '/elsewhere', { headers: { 'x-key': key } });
  await attempt(holder + '/?key=' + key, { headers: { 'x-key': key } });
  await attempt(stranger, { headers });
  await attempt(holder + '/plain', { method: 'POST', body: key, headers: { a: '{{secret:NONE}}' } });
  return { key, seen };
}`;

test('a planted secret reaches the server that it is for, and appears nowhere else', async () => {
  const stranger = await EgressServer.start((_request, response) => response.end('stranger'));
  const holder = await EgressServer.start(({ path, headers }, response) => {
    if (path === '/echo') response.end(JSON.stringify(headers));
    else if (path === '/elsewhere') response.writeHead(302, { location: stranger.origin }).end();
    else response.end('plain');
  });
  const coordinator = await LiveCoordinator.start({
    transport: { ...liveTransport, nodeToken: liveNodeToken.replaceAll(' ', '-') },
  });
  const lines: string[] = [];
  const args = [
    ...['--egress-allow', `${holder.origin} *, ${stranger.origin} *`],
    ...['--egress-allow-addresses', '127.0.0.1'],
    ...['--egress-secrets', `KEY=FILE ${holder.origin}`],
  ];
  await startAgent(coordinator.address, args, lines);
  const client = new IsopodClient({ address: coordinator.address });
  onTestFinished(() => client.close());
  const input = { holder: holder.origin, stranger: stranger.origin };
  const result = await client.execute({ source, inputJson: JSON.stringify(input) });

  expect(holder.received[0]?.headers.authorization).toBe(`Bearer ${planted}`);
  const { seen } = JSON.parse(result.outcome.resultJson ?? 'null') as {
    seen: { status?: number; code?: string }[];
  };
  expect(seen.map(({ status, code }) => status ?? code)).toEqual([
    ...[200, 'SECRET_IN_RESPONSE', 200, 200, 200, 'SECRET_NOT_ALLOWED', 'SECRET_NOT_ALLOWED'],
  ]);
  expect(lines.join('\n')).toContain('SECRET_IN_RESPONSE');
  const everything = [...lines, inspect(result, { depth: 20 }), JSON.stringify(stranger.received)];
  expect(everything.join('\n')).not.toContain('planted-');
});
