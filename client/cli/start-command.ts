/** `isopod start`: a cluster on this machine that stays up until it is told to stop. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type LogLevelName, logLevelNames } from '../../shared/config/common-settings.ts';
import { internalExitStatus } from './exit-status.ts';
import { aborted } from './interruption.ts';
import { LocalCluster } from './local-cluster.ts';
import type { CommandContext } from './run-command.ts';

export interface StartOptions {
  readonly nodes: number;
  readonly listenHost: string;
  readonly port: string;
  readonly insecure?: boolean;
  readonly drainGraceMs: number;
  readonly dataDir?: string;
  readonly adminKeyHashes?: string;
  readonly coordinatorConfig?: string;
  readonly nodeAgentConfig?: string;
  readonly logLevel: LogLevelName;
}

const nodesMax = 64;
/** What stopping takes beyond the grace for what runs. */
const stopMarginMs = 5_000;

export function addStartOptions(command: Command): Command {
  const wholeNumber = (max: number) => (given: string) => {
    if (/^\d+$/.test(given) && Number(given) <= max) return Number(given);
    throw new InvalidArgumentError(`It must be a whole number up to ${max}.`);
  };
  return command
    .addOption(new Option('--nodes <n>', 'node-agents').default(1).argParser(wholeNumber(nodesMax)))
    .addOption(
      new Option('--listen-host <host>', 'for clients')
        .default('127.0.0.1')
        .env('ISOPOD_LISTEN_HOST'),
    )
    .addOption(new Option('--port <n>', 'for clients').default('50051').env('ISOPOD_PORT'))
    .option('--insecure', 'listen beyond this machine although clients are not authenticated')
    .addOption(
      new Option('--drain-grace-ms <n>', 'how long runs may go on after SIGTERM or Ctrl-C')
        .default(10_000)
        .env('ISOPOD_DRAIN_GRACE_MS')
        .argParser(wholeNumber(3_600_000)),
    )
    .addOption(
      new Option(
        '--data-dir <folder>',
        'where functions, tenants and their keys are kept (default: in memory, gone when it stops)',
      ).env('ISOPOD_DATA_DIR'),
    )
    .addOption(
      new Option(
        '--admin-key-hashes <hash,…>',
        'have clients need API keys; isopod keys admin makes one of administrators',
      ).env('ISOPOD_ADMIN_KEY_HASHES'),
    )
    .option(
      '--coordinator-config <file>',
      'settings of the coordinator: see isopod coordinator --help',
    )
    .option('--node-agent-config <file>', 'settings of the nodes: see isopod node-agent --help')
    .addOption(
      new Option('--log-level <level>')
        .choices(logLevelNames)
        .default('info')
        .env('ISOPOD_LOG_LEVEL'),
    );
}

/** Returns the exit status. */
export async function startCommand(
  options: StartOptions,
  { terminal, clock, interruption }: CommandContext,
): Promise<number> {
  const cluster = new LocalCluster({
    ...partArguments(options),
    nodes: options.nodes,
    coordinatorHost: reachableHost(options.listenHost),
    restartsNodes: true,
    stopGraceMs: options.drainGraceMs + stopMarginMs,
    clock,
  });
  const isUp = async (): Promise<undefined> => {
    const port = await cluster.start();
    await cluster.nodesReady();
    const nodes = options.nodes === 1 ? '1 node' : `${options.nodes} nodes`;
    terminal.out(`Isopod listens on ${options.listenHost}:${port} with ${nodes}.\n`);
    await aborted(interruption);
  };
  try {
    await Promise.race([
      isUp(),
      aborted(interruption),
      cluster.failed.then((error) => Promise.reject(error)),
    ]);
    return 0;
  } catch (thrown) {
    terminal.err(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return internalExitStatus;
  } finally {
    await cluster.stop();
  }
}

function partArguments(options: StartOptions) {
  const { listenHost, port, insecure, dataDir, adminKeyHashes } = options;
  const { coordinatorConfig, nodeAgentConfig } = options;
  const common = ['--log-level', options.logLevel, '--log-pretty'];
  const grace = ['--drain-grace-ms', String(options.drainGraceMs)];
  const config = (path: string | undefined): string[] => (path ? ['--config', path] : []);
  return {
    coordinatorArgs: [
      ...['--listen-host', listenHost, '--port', port],
      ...(insecure ? ['--insecure'] : []),
      ...(dataDir === undefined ? [] : ['--data-dir', dataDir]),
      ...(adminKeyHashes === undefined ? [] : ['--admin-key-hashes', adminKeyHashes]),
      ...common,
      ...grace,
      ...config(coordinatorConfig),
    ],
    nodeAgentArgs: [...common, ...grace, ...config(nodeAgentConfig)],
  };
}

/** Every address is listened on: one of them is this machine's own. */
function reachableHost(listenHost: string): string {
  return listenHost === '0.0.0.0' || listenHost === '::' ? '127.0.0.1' : listenHost;
}
