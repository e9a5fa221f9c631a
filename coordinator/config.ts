/** What can be set about a coordinator. */
import { logSettings, supervisionSettings } from '../shared/config/common-settings.ts';
import type { Program } from '../shared/config/program.ts';
import {
  byteSize,
  onOff,
  textSetting,
  type ValuesOf,
  wholeNumber,
} from '../shared/config/setting.ts';
import { errorTextLimits, limitCeilings, payloadLimits } from '../shared/execution/limits.ts';
import { balancerSettings } from './balancing/balancer-settings.ts';
import { cacheSettings } from './cache/cache-settings.ts';
import type { AlertsConfig } from './health/alerts-config.ts';
import { healthSettings, readAlertsFile } from './health/health-settings.ts';
import { resilienceSettings } from './resilience/resilience-settings.ts';
import { tenancySettings } from './tenancy/tenancy-settings.ts';
import {
  readTransportOptions,
  type TransportOptions,
  transportSettings,
} from './transport/transport-settings.ts';

const megabyte = 2 ** 20;
const gigabyte = 2 ** 30;

/**
 * The largest message that one execution can bring about: its request, or its answer with all its
 * logs. A node's answer that could not be read would break the node's stream, and with it every
 * run there.
 */
const largestMessageBytes = Math.max(
  payloadLimits.sourceBytesMax + payloadLimits.inputBytesMax,
  limitCeilings.resultBytesMax +
    limitCeilings.logBytesMax +
    // An entry is a few numbers besides its text.
    limitCeilings.logLinesMax * 64 +
    4 * (errorTextLimits.messageCharsMax + errorTextLimits.stackCharsMax),
);

const settings = {
  listenHost: textSetting({
    summary: 'The address to listen on, for clients and node-agents.',
    placeholder: 'HOST',
    rule: 'a host name or an IP address',
    pattern: /^[A-Za-z0-9.:_-]+$/,
    default: '127.0.0.1',
  }),
  port: wholeNumber({
    summary: 'The port to listen on; 0 for any that is free.',
    min: 0,
    max: 65_535,
    default: 50_051,
  }),
  insecure: onOff({
    summary:
      'Listen beyond this machine although clients are not authenticated, or in the clear: whoever reaches the port, or the network, can run code and see its results.',
  }),
  ...transportSettings,
  ...tenancySettings,
  ...balancerSettings,
  executionsQueuedMax: wholeNumber({
    summary: 'The most executions that wait for a node; further ones are refused.',
    min: 1,
    max: 1_000_000,
    default: 10_000,
  }),
  queueBytesMax: byteSize({
    summary: 'The most memory for source and input of executions that wait.',
    min: megabyte,
    max: 64 * gigabyte,
    default: 256 * megabyte,
  }),
  queueWaitMsMax: wholeNumber({
    summary: 'How long an execution may wait for a node.',
    min: 1,
    max: 3_600_000,
    default: 30_000,
  }),
  queueWaitMsGoal: wholeNumber({
    summary:
      'Where executions wait for longer, and have for a second, further ones that would, too, are refused at once.',
    min: 1,
    max: 3_600_000,
    default: 5_000,
  }),
  streamExecutionsMax: wholeNumber({
    summary: 'The most unfinished executions of one ExecuteStream call.',
    min: 1,
    max: 1_000_000,
    default: 10_000,
  }),
  messageBytesMax: byteSize({
    summary: 'The largest message that is accepted.',
    min: megabyte,
    max: gigabyte,
    default: 24 * megabyte,
  }),
  dataDir: textSetting({
    summary:
      'A folder for what outlives this process, such as functions; of this coordinator alone.',
    placeholder: 'FOLDER',
    rule: 'the path of a folder',
    pattern: /./,
    default: undefined,
    defaultText: 'memory, gone when it stops',
  }),
  drainGraceMs: wholeNumber({
    summary: 'How long unfinished executions may go on after SIGTERM or SIGINT.',
    min: 0,
    max: 3_600_000,
    default: 10_000,
  }),
  ...cacheSettings,
  ...healthSettings,
  ...resilienceSettings,
  ...logSettings,
  ...supervisionSettings,
};

type Values = ValuesOf<typeof settings>;

export type CoordinatorConfig = Omit<
  Values,
  'insecure' | 'alertsFile' | keyof typeof transportSettings
> & {
  readonly transport: TransportOptions;
  readonly alerts: AlertsConfig;
};

export const coordinatorProgram: Program<typeof settings, CoordinatorConfig> = {
  name: 'isopod coordinator',
  summary: 'Takes executions from clients and has them run by the node-agents that join it.',
  settings,
  compile({ insecure, ...values }, surroundings, relations) {
    relations.assert(
      insecure || isLoopback(values.listenHost) || isGuarded(values),
      ['listenHost', 'insecure'],
      'is reachable from other machines: give --tls-cert and --tls-key, so that nobody listens in, and --tls-client-ca or --admin-key-hashes, so that clients are known, or add --insecure if all the world may run code here',
    );
    relations.assert(
      values.messageBytesMax > largestMessageBytes,
      ['messageBytesMax'],
      `must be more than the ${largestMessageBytes} bytes of the largest answer`,
    );
    relations.assert(
      values.queueBytesMax >= values.messageBytesMax,
      ['queueBytesMax', 'messageBytesMax'],
      `must be at least messageBytesMax, which is ${values.messageBytesMax}`,
    );
    relations.assert(
      values.breakerOpenMsMax >= values.breakerOpenMsMin,
      ['breakerOpenMsMax', 'breakerOpenMsMin'],
      `must be at least breakerOpenMsMin, which is ${values.breakerOpenMsMin}`,
    );
    const alerts = readAlertsFile(values.alertsFile, surroundings, relations);
    const transport = readTransportOptions(values, surroundings, relations);
    return { ...values, transport, alerts };
  },
};

/** Whoever reaches the port has to say who he is, and nobody listens in. */
function isGuarded(values: Omit<Values, 'insecure'>): boolean {
  const { tlsCert, tlsClientCa, adminKeyHashes } = values;
  return tlsCert !== undefined && (tlsClientCa !== undefined || adminKeyHashes.length > 0);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
