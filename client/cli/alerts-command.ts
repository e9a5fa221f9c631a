/** `isopod alerts`: what is wrong with a cluster, as it comes and goes, and what nobody is told of. */
import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type AlertReport,
  type AlertSilence,
  type Labels,
  silenceLimits,
} from '../../shared/health/alert-report.ts';
import { alertTable, silenceTable } from './alert-table.ts';
import { addListCommand, addServerOptions, atServer, type ServerOptions } from './at-server.ts';
import type { CommandContext } from './run-command.ts';
import { UsageMistake } from './usage-mistake.ts';

interface ListOptions extends ServerOptions {
  readonly watch?: boolean;
}

interface SilenceOptions extends ServerOptions {
  /** Milliseconds. */
  readonly for: number;
  readonly comment: string;
}

const unitsMs: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Adds the command with its own commands; `done` hears the exit status. */
export function addAlertsCommand(
  program: Command,
  context: CommandContext,
  done: (exitStatus: number) => void,
): void {
  const alerts = program.command('alerts').description('list, watch and silence alerts');
  addListCommand(alerts, 'list the alerts and the silences, or --watch them')
    .option('--watch', 'go on, and tell what is told')
    .action(async (options: ListOptions) =>
      done(await (options.watch ? watchAlerts : listAlerts)(options, context)),
    );
  addServerOptions(alerts.command('silence'))
    .description('have nobody told of alerts that have all of these labels')
    .argument('<label=value...>', 'such as alertname=NodeLost node=a')
    .addOption(
      new Option('--for <time>', 'how long: 30s, 10m, 2h, 30d at most')
        .default(silenceLimits.durationMsDefault, '1h')
        .argParser(duration),
    )
    .option('--comment <text>', 'why', '')
    .action(async (labels: string[], options: SilenceOptions) =>
      done(await silence(readLabels(labels), options, context)),
    );
  addServerOptions(alerts.command('unsilence'))
    .description('end a silence')
    .argument('<id>', 'as isopod alerts shows it')
    .action(async (id: string, options: ServerOptions) =>
      done(await unsilence(id, options, context)),
    );
}

function listAlerts(options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, clock, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const { alerts, silences } = await client.alerts.list({ signal });
    if (options.json) terminal.out(`${JSON.stringify({ alerts, silences })}\n`);
    else terminal.out(`${alertsText(alerts, clock.epochMs())}${silencesText(silences)}`);
    return 0;
  });
}

/** One JSON object a line, or a table for what there is and one for each notification. */
function watchAlerts(options: ServerOptions, context: CommandContext): Promise<number> {
  const { terminal, clock, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    try {
      for await (const { notification, alerts } of client.alerts.watch({ signal })) {
        const told = notification?.alerts ?? alerts;
        if (options.json) terminal.out(`${JSON.stringify({ notification, alerts })}\n`);
        else terminal.out(alertsText(told, clock.epochMs()));
      }
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
    }
    return 0;
  });
}

function silence(
  labels: Labels,
  { for: durationMs, comment, ...options }: SilenceOptions,
  context: CommandContext,
): Promise<number> {
  const { terminal, interruption: signal } = context;
  return atServer(options, context, async (client) => {
    const request = { labels, durationMs, comment, createdBy: userName() };
    const made = await client.alerts.silence(request, { signal });
    terminal.out(options.json ? `${JSON.stringify({ silence: made })}\n` : `${made.id}\n`);
    return 0;
  });
}

function unsilence(id: string, options: ServerOptions, context: CommandContext): Promise<number> {
  return atServer(options, context, async (client) => {
    await client.alerts.endSilence(id, { signal: context.interruption });
    if (options.json) context.terminal.out('{}\n');
    return 0;
  });
}

function alertsText(alerts: readonly AlertReport[], nowEpochMs: number): string {
  return alerts.length === 0 ? 'There is no alert.\n' : alertTable(alerts, nowEpochMs);
}

function silencesText(silences: readonly AlertSilence[]): string {
  return silences.length === 0 ? '' : `\n${silenceTable(silences)}`;
}

function readLabels(given: readonly string[]): Labels {
  return Object.fromEntries(
    given.map((label) => {
      const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(label) ?? [];
      if (name !== undefined && value !== undefined) return [name, value];
      throw new UsageMistake(`Could not read ${label}: it must be LABEL=VALUE`);
    }),
  );
}

function duration(given: string): number {
  const [, count = '', unit = ''] = /^(\d{1,7})([smhd])$/.exec(given) ?? [];
  const ms = Number(count) * (unitsMs[unit] ?? 0);
  if (ms >= silenceLimits.durationMsMin && ms <= silenceLimits.durationMsMax) return ms;
  throw new InvalidArgumentError('It must be a number of s, m, h or d, 30d at most.');
}

/** For others to see; a container may not know it. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
