/**
 * How right the sandbox is, measured on programs made by others.
 *
 *     npm run conformance -- mbxp FILE [--server HOST:PORT]
 *
 * Without a server it starts a cluster on this machine. Exits with 1 when a program disagrees.
 */
import { parseArgs } from 'node:util';
import { LocalCluster } from '../../client/cli/local-cluster.ts';
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { runMbxp } from './mbxp.ts';

type Suite = (client: IsopodClient, path: string) => Promise<number>;

const suites: Readonly<Record<string, Suite>> = { mbxp: runMbxp };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'string' } },
});
const [name = '', path] = positionals;
const suite = suites[name];
if (!suite || path === undefined) {
  const names = Object.keys(suites).join(' | ');
  process.stderr.write(`Usage: npm run conformance -- ${names} PATH [--server HOST:PORT]\n`);
  process.exit(64);
}

const cluster = new LocalCluster({
  nodes: 1,
  coordinatorArgs: ['--port', '0', '--log-level', 'warn'],
  nodeAgentArgs: ['--log-level', 'warn'],
  coordinatorHost: '127.0.0.1',
  restartsNodes: false,
  stopGraceMs: 10_000,
  clock: systemClock(),
});
try {
  const address = values.server ?? `127.0.0.1:${await cluster.start()}`;
  using client = new IsopodClient(address);
  const disagreements = await suite(client, path);
  process.exitCode = disagreements > 0 ? 1 : 0;
} finally {
  await cluster.stop();
}
