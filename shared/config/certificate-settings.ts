/** What both ends of TLS check of their settings: files that are there, and fit together. */
import { authoritiesOf, identityOf } from '../tls/certificates.ts';
import type { IdentityFiles } from '../tls/open-certificates.ts';
import type { Relations, Surroundings } from './program.ts';
import { type SettingsTable, textSetting } from './setting.ts';

export function fileSetting(summary: string) {
  return textSetting({
    summary,
    placeholder: 'FILE',
    rule: 'the path of a file',
    pattern: /./,
    default: undefined,
  });
}

export const identitySettings = {
  tlsCert: fileSetting(
    'A PEM file with the certificate that others know this process by, and those between it and its authority. Read again when it changes.',
  ),
  tlsKey: fileSetting('A PEM file with the key of that certificate.'),
};

interface IdentityValues {
  readonly tlsCert: string | undefined;
  readonly tlsKey: string | undefined;
}

/** Undefined where none is given; a mistake where only half of it is, or it cannot be used. */
export function readIdentityFiles<Table extends SettingsTable & typeof identitySettings>(
  { tlsCert, tlsKey }: IdentityValues,
  surroundings: Surroundings,
  relations: Relations<Table>,
): IdentityFiles | undefined {
  relations.assert(
    tlsCert === undefined || tlsKey !== undefined,
    ['tlsCert', 'tlsKey'],
    'needs --tls-key',
  );
  relations.assert(
    tlsKey === undefined || tlsCert !== undefined,
    ['tlsKey', 'tlsCert'],
    'needs --tls-cert',
  );
  if (tlsCert === undefined || tlsKey === undefined) return undefined;
  const mistake = mistakeOf(() =>
    identityOf(surroundings.readTextFile(tlsCert), surroundings.readTextFile(tlsKey)),
  );
  relations.assert(
    mistake === undefined,
    ['tlsCert', 'tlsKey'],
    `could not be used with its key: ${mistake}`,
  );
  return { certificate: tlsCert, key: tlsKey };
}

/** What is wrong with a file of authorities, for an assertion; undefined for nothing. */
export function mistakeOfAuthorities(
  path: string | undefined,
  surroundings: Surroundings,
): string | undefined {
  if (path === undefined) return undefined;
  return mistakeOf(() => authoritiesOf(surroundings.readTextFile(path)));
}

function mistakeOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
