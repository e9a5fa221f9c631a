/** How an agent and its coordinators make sure of each other. */
import {
  fileSetting,
  identitySettings,
  mistakeOfAuthorities,
  readIdentityFiles,
} from '../shared/config/certificate-settings.ts';
import { nodeTokenSettings, readNodeToken } from '../shared/config/common-settings.ts';
import type { Relations, Surroundings } from '../shared/config/program.ts';
import { type SettingsTable, textSetting, type ValuesOf } from '../shared/config/setting.ts';
import type { IdentityFiles } from '../shared/tls/open-certificates.ts';

export const linkSettings = {
  ...nodeTokenSettings,
  ...identitySettings,
  tlsCa: fileSetting(
    'A PEM file with the authorities that coordinators have their certificates of. With it coordinators are dialled by TLS. Read again when it changes.',
  ),
  tlsServerName: textSetting({
    summary:
      'Whom the certificates of coordinators must name, where that is not how they are dialled.',
    placeholder: 'NAME',
    rule: 'a host name',
    pattern: /^[A-Za-z0-9.-]+$/,
    default: undefined,
  }),
};

export interface LinkOptions {
  /** Undefined where the certificate is enough. */
  readonly nodeToken: string | undefined;
  /** Undefined for connections in the clear. */
  readonly tls:
    | {
        /** The path of a PEM file. */
        readonly authorities: string;
        readonly identity: IdentityFiles | undefined;
        readonly serverName: string | undefined;
      }
    | undefined;
}

export function readLinkOptions<Table extends SettingsTable & typeof linkSettings>(
  values: ValuesOf<typeof linkSettings>,
  surroundings: Surroundings,
  relations: Relations<Table>,
): LinkOptions {
  const { tlsCa, tlsCert, tlsServerName } = values;
  const identity = readIdentityFiles(values, surroundings, relations);
  relations.assert(
    tlsCert === undefined || tlsCa !== undefined,
    ['tlsCert', 'tlsCa'],
    'needs --tls-ca',
  );
  relations.assert(
    tlsServerName === undefined || tlsCa !== undefined,
    ['tlsServerName', 'tlsCa'],
    'needs --tls-ca',
  );
  const mistake = mistakeOfAuthorities(tlsCa, surroundings);
  relations.assert(mistake === undefined, ['tlsCa'], `could not be used: ${mistake}`);
  const nodeToken = readNodeToken(values, surroundings, relations, tlsCert !== undefined);
  if (tlsCa === undefined) return { nodeToken, tls: undefined };
  return { nodeToken, tls: { authorities: tlsCa, identity, serverName: tlsServerName } };
}
