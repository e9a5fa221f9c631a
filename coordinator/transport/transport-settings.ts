/** What can be set about connections: who may listen in, who may come in, how long they last. */
import {
  fileSetting,
  identitySettings,
  mistakeOfAuthorities,
  readIdentityFiles,
} from '../../shared/config/certificate-settings.ts';
import { nodeTokenSettings, readNodeToken } from '../../shared/config/common-settings.ts';
import type { Relations, Surroundings } from '../../shared/config/program.ts';
import {
  onOff,
  type SettingsTable,
  type ValuesOf,
  wholeNumber,
} from '../../shared/config/setting.ts';
import { limitCeilings } from '../../shared/execution/limits.ts';
import type { IdentityFiles } from '../../shared/tls/open-certificates.ts';

const dayMs = 24 * 3_600_000;
/** The longest run, and a minute for it to wait and to be told. */
const longestCallMs = limitCeilings.wallUsMax / 1_000 + 60_000;

export const transportSettings = {
  ...nodeTokenSettings,
  ...identitySettings,
  tlsClientCa: fileSetting(
    'A PEM file with the authorities that clients have their certificates of; with it clients need one. Read again when it changes.',
  ),
  tlsAgentCa: fileSetting(
    'A PEM file with the authorities that node-agents have their certificates of: with such a certificate an agent needs no token. Not those of clients. Read again when it changes.',
  ),
  connectionAgeMsMax: wholeNumber({
    summary:
      'The age at which a connection is told to end, give or take a tenth, for its peer to open another: clients behind a load balancer find new coordinators so. What runs is not disturbed.',
    min: 1_000,
    max: 14 * dayMs,
    default: undefined,
    defaultText: 'never',
  }),
  connectionAgeGraceMs: wholeNumber({
    summary: 'How long calls may go on over a connection that was told to end.',
    min: 1,
    max: 14 * dayMs,
    default: longestCallMs,
  }),
  connectionCallsMax: wholeNumber({
    summary:
      'The most unfinished calls of one connection; clients keep further ones to themselves.',
    min: 1,
    max: 1_000_000,
    default: 4_096,
  }),
  loadReportTrailers: onOff({
    summary:
      'Tell clients with the answer of each Execute how busy the cluster is, for their load balancing (ORCA, endpoint-load-metrics-bin).',
  }),
};

type Values = ValuesOf<typeof transportSettings>;

export interface TransportOptions {
  /** Undefined where agents join by their certificates alone. */
  readonly nodeToken: string | undefined;
  /** Undefined for connections in the clear. Paths of PEM files. */
  readonly tls:
    | {
        readonly identity: IdentityFiles;
        readonly clientAuthorities: string | undefined;
        readonly agentAuthorities: string | undefined;
      }
    | undefined;
  readonly connectionAgeMsMax: number | undefined;
  readonly connectionAgeGraceMs: number;
  readonly connectionCallsMax: number;
  readonly loadReportTrailers: boolean;
}

export function readTransportOptions<Table extends SettingsTable & typeof transportSettings>(
  values: Values,
  surroundings: Surroundings,
  relations: Relations<Table>,
): TransportOptions {
  const { tlsClientCa, tlsAgentCa } = values;
  const identity = readIdentityFiles(values, surroundings, relations);
  for (const key of ['tlsClientCa', 'tlsAgentCa'] as const) {
    const path = values[key];
    relations.assert(
      path === undefined || identity !== undefined,
      [key, 'tlsCert'],
      'needs --tls-cert and --tls-key',
    );
    const mistake = mistakeOfAuthorities(path, surroundings);
    relations.assert(mistake === undefined, [key], `could not be used: ${mistake}`);
  }
  const nodeToken = readNodeToken(values, surroundings, relations, tlsAgentCa !== undefined);
  const { connectionAgeMsMax, connectionAgeGraceMs, connectionCallsMax, loadReportTrailers } =
    values;
  return {
    nodeToken,
    tls: identity && {
      identity,
      clientAuthorities: tlsClientCa,
      agentAuthorities: tlsAgentCa,
    },
    connectionAgeMsMax,
    connectionAgeGraceMs,
    connectionCallsMax,
    loadReportTrailers,
  };
}
