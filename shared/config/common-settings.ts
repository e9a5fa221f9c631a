/** Settings that more than one program has. */
import type { Relations, Surroundings } from './program.ts';
import { choice, onOff, type SettingsTable, textSetting, wholeNumber } from './setting.ts';

export const logLevelNames = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevelName = (typeof logLevelNames)[number];

export const logSettings = {
  logLevel: choice(logLevelNames, {
    summary: 'The least severe log line that is written; they go to stderr.',
    default: 'info',
  }),
  logPretty: onOff({
    summary: 'Write log lines for people instead of as JSON, when stderr is a terminal.',
  }),
};

const tokenCharsMin = 16;
const tokenPattern = new RegExp(`^[\\x21-\\x7e]{${tokenCharsMin},512}$`);
const tokenRule = `from ${tokenCharsMin} to 512 printable ASCII characters`;

export const nodeTokenSettings = {
  nodeToken: textSetting({
    summary:
      'The secret with which node-agents join a coordinator, of at least 16 characters; the same on both sides, or a join token for the agent. Flags can be seen by every user of a machine: better give it as a variable or by --node-token-file.',
    placeholder: 'SECRET',
    rule: tokenRule,
    pattern: tokenPattern,
    default: undefined,
    isSecret: true,
  }),
  nodeTokenFile: textSetting({
    summary: 'A file that holds the node token.',
    placeholder: 'FILE',
    rule: 'the path of a file',
    pattern: /./,
    default: undefined,
  }),
};

interface NodeTokenValues {
  readonly nodeToken: string | undefined;
  readonly nodeTokenFile: string | undefined;
}

/** The token from whichever place it was given in; undefined where it need not be and is not. */
export function readNodeToken<Table extends SettingsTable & typeof nodeTokenSettings>(
  { nodeToken, nodeTokenFile }: NodeTokenValues,
  surroundings: Surroundings,
  relations: Relations<Table>,
  isOptional = false,
): string | undefined {
  if (nodeTokenFile === undefined) {
    const isKept = isOptional || nodeToken !== undefined;
    relations.assert(isKept, ['nodeToken'], 'must be given, or --node-token-file');
    return nodeToken;
  }
  relations.assert(
    nodeToken === undefined,
    ['nodeTokenFile', 'nodeToken'],
    'the token itself is given too: give only one of them',
  );
  let token = '';
  try {
    token = surroundings.readTextFile(nodeTokenFile).trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    relations.assert(false, ['nodeTokenFile', 'nodeToken'], `could not be read: ${reason}`);
    return token;
  }
  relations.assert(
    tokenPattern.test(token),
    ['nodeTokenFile', 'nodeToken'],
    `must hold ${tokenRule}`,
  );
  return token;
}

const descriptorRange = { min: 3, max: 1023, default: undefined };

/** For whoever starts the program as a child; see shared/process. */
export const supervisionSettings = {
  readyFd: wholeNumber({
    summary:
      'For a supervisor: write one line of JSON to this descriptor when ready, and close it.',
    ...descriptorRange,
  }),
  parentFd: wholeNumber({
    summary:
      'For a supervisor: end when this descriptor reaches its end, as it does when the supervisor is gone.',
    ...descriptorRange,
  }),
};
