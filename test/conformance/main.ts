/**
 * How right the sandbox is, measured on programs made by others.
 *
 *     npm run conformance -- mbxp FILE [--server HOST:PORT]
 *     npm run conformance -- test262 DIR [GLOB] [--server HOST:PORT]
 *     npm run conformance -- wpt DIR [FOLDER] [--server HOST:PORT]
 *
 * Without a server it starts a cluster on this machine. Exits with 1 when a program disagrees.
 */
import { parseArgs } from 'node:util';
import { LocalCluster } from '../../client/cli/local-cluster.ts';
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { guestFeatures } from '../../node-agent/frames/guest-features.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { runMbxp } from './mbxp.ts';
import { runTest262 } from './test262/run-test262.ts';
import { runWpt } from './wpt/run-wpt.ts';

interface Suite {
  readonly run: (client: IsopodClient, path: string, part?: string) => Promise<number>;
  /** What the suite needs of a node, beyond the usual. */
  readonly nodeAgentArgs: readonly string[];
}

const suites: Readonly<Record<string, Suite>> = {
  mbxp: { run: runMbxp, nodeAgentArgs: [] },
  test262: { run: runTest262, nodeAgentArgs: ['--guest-features', guestFeatures.join(',')] },
  wpt: { run: runWpt, nodeAgentArgs: ['--guest-features', guestFeatures.join(',')] },
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'string' } },
});
const [name = '', path, part] = positionals;
const suite = suites[name];
if (!suite || path === undefined) {
  const names = Object.keys(suites).join(' | ');
  process.stderr.write(`Usage: npm run conformance -- ${names} PATH [PART] [--server HOST:PORT]\n`);
  process.exit(64);
}

const cluster = new LocalCluster({
  nodes: 1,
  coordinatorArgs: ['--port', '0', '--log-level', 'warn'],
  nodeAgentArgs: ['--log-level', 'warn', ...suite.nodeAgentArgs],
  coordinatorHost: '127.0.0.1',
  restartsNodes: false,
  stopGraceMs: 10_000,
  clock: systemClock(),
});
try {
  const address = values.server ?? `127.0.0.1:${await cluster.start()}`;
  using client = new IsopodClient(address);
  const disagreements = await suite.run(client, path, part);
  process.exitCode = disagreements > 0 ? 1 : 0;
} finally {
  await cluster.stop();
}
