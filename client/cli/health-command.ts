/** `isopod health`: whether a coordinator is well, what its checks say, what it thinks of its nodes. */
import type { Command } from 'commander';
import type {
  CheckReport,
  HealthReport,
  NodeHealthReport,
} from '../../shared/health/health-report.ts';
import { addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import type { CommandContext } from './run-command.ts';
import { shownText } from './shown-text.ts';
import { textTable } from './text-table.ts';

/** Of a coordinator that cannot serve. */
const unreadyExitStatus = 1;

export function addHealthCommand(
  program: Command,
  context: CommandContext,
  done: (exitStatus: number) => void,
): void {
  addServerOptions(program.command('health'))
    .description('tell whether a coordinator is well: 0 when it can serve, 1 when it cannot')
    .action(async (options: ServerOptions) => done(await showHealth(options, context)));
}

function showHealth(options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, clock, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const health = await client.health({ signal });
    const text = options.json ? `${JSON.stringify(health)}\n` : healthText(health, clock.epochMs());
    terminal.out(text);
    return health.isReady ? 0 : unreadyExitStatus;
  });
}

/** `nowEpochMs` is now, in milliseconds since 1970. */
export function healthText(health: HealthReport, nowEpochMs: number): string {
  const { state, isLive, isReady, checks, nodes } = health;
  const words = [isLive ? 'live' : 'not live', isReady ? 'ready' : 'not ready'];
  const parts = [`${state.toLowerCase()}: ${words.join(', ')}\n`];
  if (checks.length > 0) parts.push(checkTable(checks, nowEpochMs));
  if (nodes.length > 0) parts.push(nodeHealthTable(nodes));
  return parts.join('\n');
}

const checkTitles = ['CHECK', 'KIND', 'STATE', 'FOR', 'LAST', 'P95', 'FAILURE'];

function checkTable(checks: readonly CheckReport[], nowEpochMs: number): string {
  const rows = checks.map((check) => [
    check.isCritical ? `${check.name} (critical)` : check.name,
    check.kind.toLowerCase(),
    check.state.toLowerCase(),
    `${Math.max(0, Math.round((nowEpochMs - check.sinceEpochMs) / 1_000))} s`,
    `${check.latency.lastMs.toFixed(1)} ms`,
    `${check.latency.p95Ms.toFixed(1)} ms`,
    shownText(check.cause === '' ? check.failure : `${check.failure} (since ${check.cause} fails)`),
  ]);
  return textTable([checkTitles, ...rows]);
}

function nodeHealthTable(nodes: readonly NodeHealthReport[]): string {
  const rows = nodes.map(({ nodeId, phi, isSuspected, silentMs }) => [
    nodeId,
    isSuspected ? 'suspected' : 'trusted',
    phi.toFixed(2),
    `${(silentMs / 1_000).toFixed(1)} s`,
  ]);
  return textTable([['NODE', 'STATE', 'PHI', 'SILENT'], ...rows]);
}
