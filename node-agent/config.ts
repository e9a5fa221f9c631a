/** What can be set about a node-agent. */
import { logSettings, supervisionSettings } from '../shared/config/common-settings.ts';
import type { Program } from '../shared/config/program.ts';
import {
  byteSize,
  choice,
  textListSetting,
  textSetting,
  type ValuesOf,
  wholeNumber,
} from '../shared/config/setting.ts';
import { payloadLimits } from '../shared/execution/limits.ts';
import type { Place } from '../shared/nodes/place.ts';
import type { EgressOptions } from './broker/egress-bounds.ts';
import { egressSettings, readEgressOptions } from './broker/egress-settings.ts';
import { defaultGuestFeatures, type GuestFeature, guestFeatures } from './frames/guest-features.ts';
import { type LinkOptions, linkSettings, readLinkOptions } from './link-settings.ts';
import { placeSettings, readPlaceSettings } from './place-settings.ts';
import { hostsPerAgentMax, largestHostBytes } from './pool/hosting-config.ts';

const megabyte = 2 ** 20;
const gigabyte = 2 ** 30;
const hourMs = 3_600_000;
/** What a timer can wait for, nearly. */
const ageMsMax = 14 * 24 * hourMs;
/** As shared/wire accepts it in a hello. */
const nodeIdCharsMax = 64;

/** What a run has in a message besides its source and input. */
const runOverheadBytesMax = 64 * 1024;

/** The doctor tries it out too. */
export const hostUidBaseSetting = wholeNumber({
  summary: 'When run as root: the first of the user ids given to host processes, one each.',
  min: 1_000,
  max: 2_000_000_000,
  default: undefined,
  defaultText: '200000, or what a user namespace has to give',
});

const settings = {
  coordinators: textListSetting({
    summary: 'The coordinators to join, every one of them. A name that resolves to many is many.',
    placeholder: 'HOST:PORT,…',
    rule: 'HOST:PORT, or several separated by commas',
    pattern: /^(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\]):\d{1,5}$/,
    default: ['127.0.0.1:50051'],
  }),
  ...linkSettings,
  nodeId: textSetting({
    summary: 'The name of this node, unique in the cluster.',
    placeholder: 'ID',
    rule: `a letter or digit, then letters, digits, ".", "_" or "-", at most ${nodeIdCharsMax}`,
    pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    default: undefined,
    defaultText: "the machine's name and a few random characters",
  }),
  hostsMax: wholeNumber({
    summary: 'The most sandbox host processes at once, spares included.',
    min: 1,
    max: hostsPerAgentMax,
    default: undefined,
    defaultText: `the number of processors and one more, from 3 to ${hostsPerAgentMax}`,
  }),
  hostsPerTenantMax: wholeNumber({
    summary: 'The most host processes of one tenant.',
    min: 1,
    max: hostsPerAgentMax,
    default: undefined,
    defaultText: 'one less than hostsMax, so that no tenant can take all',
  }),
  hostsSparesMin: wholeNumber({
    summary: 'Host processes kept started for whoever comes next.',
    min: 1,
    max: hostsPerAgentMax,
    default: 1,
  }),
  runsMax: wholeNumber({
    summary: 'The most runs accepted at once, waiting ones included.',
    min: 1,
    max: 1_000_000,
    default: 1_024,
  }),
  runsBytesMax: byteSize({
    summary: 'The most memory for source and input of accepted runs.',
    min: megabyte,
    max: 64 * gigabyte,
    default: 256 * megabyte,
  }),
  lockdown: choice(['required', 'best-effort'], {
    summary:
      'What to do when the sandbox cannot be locked down wholly on this machine: refuse to start, or go on with what there is.',
    default: 'required',
  }),
  guestFeatures: textListSetting({
    summary:
      "What guests find of the language beyond what every program needs: webassembly, eval, function-constructor, shared-memory, fine-clock; or 'none'.",
    placeholder: 'FEATURE,…',
    rule: `some of ${guestFeatures.join(', ')}; or none`,
    pattern: new RegExp(`^(?:none|${guestFeatures.join('|')})$`),
    default: defaultGuestFeatures,
  }),
  hostUidBase: hostUidBaseSetting,
  hostMemoryBytesMax: byteSize({
    summary:
      "The ceiling of one host process's memory. What it has beyond the largest run is for functions kept warm, 2 MB each.",
    min: 128 * megabyte,
    max: 64 * gigabyte,
    default: 2_304 * megabyte,
  }),
  messageBytesMax: byteSize({
    summary: 'The largest message that is accepted from a coordinator.',
    min: megabyte,
    max: gigabyte,
    default: 24 * megabyte,
  }),
  tenantChange: choice(['reset', 'new-process'], {
    summary:
      'What happens to a host process that changes from one tenant to another: its isolates are disposed of, or it is replaced.',
    default: 'reset',
  }),
  hostAgeMsMax: wholeNumber({
    summary:
      'The age at which a sandbox host process is replaced, as soon as it has no runs; give or take a tenth.',
    min: 1_000,
    max: ageMsMax,
    default: hourMs,
  }),
  agentAgeMsMax: wholeNumber({
    summary:
      'The age at which this agent finishes the runs it has and ends with status 0, for its supervisor to start it anew; give or take a tenth, so that those started together do not end together.',
    min: 1_000,
    max: ageMsMax,
    default: undefined,
    defaultText: 'never',
  }),
  drainGraceMs: wholeNumber({
    summary: 'How long unfinished runs may go on after SIGTERM or SIGINT.',
    min: 0,
    max: 3_600_000,
    default: 10_000,
  }),
  ...placeSettings,
  ...egressSettings,
  ...logSettings,
  ...supervisionSettings,
};

type Values = ValuesOf<typeof settings>;

export type NodeAgentConfig = Omit<
  Values,
  | 'guestFeatures'
  | 'region'
  | 'zone'
  | 'coordinates'
  | keyof typeof egressSettings
  | keyof typeof linkSettings
> & {
  readonly egress: EgressOptions;
  readonly guestFeatures: readonly GuestFeature[];
  readonly link: LinkOptions;
  readonly nodeId: string;
  readonly hostsMax: number;
  readonly hostsPerTenantMax: number;
  readonly place: Place | undefined;
};

export const nodeAgentProgram: Program<typeof settings, NodeAgentConfig> = {
  name: 'isopod node-agent',
  summary: 'Runs executions in locked-down sandbox processes for the coordinators it joins.',
  settings,
  compile(values, surroundings, relations) {
    const hostsUsual = Math.max(3, surroundings.processors + 1);
    const hostsMax = values.hostsMax ?? Math.min(hostsUsual, hostsPerAgentMax);
    const hostsPerTenantMax = values.hostsPerTenantMax ?? Math.max(1, hostsMax - 1);
    relations.assert(
      hostsPerTenantMax <= hostsMax,
      ['hostsPerTenantMax', 'hostsMax'],
      `must be at most hostsMax, which is ${hostsMax}`,
    );
    relations.assert(
      values.hostsSparesMin < hostsMax,
      ['hostsSparesMin', 'hostsMax'],
      `must be less than hostsMax, which is ${hostsMax}`,
    );
    const { sourceBytesMax, inputBytesMax } = payloadLimits;
    relations.assert(
      values.messageBytesMax >= sourceBytesMax + inputBytesMax + runOverheadBytesMax,
      ['messageBytesMax'],
      `must hold one run, ${sourceBytesMax + inputBytesMax + runOverheadBytesMax} bytes`,
    );
    relations.assert(
      values.runsBytesMax >= sourceBytesMax + inputBytesMax,
      ['runsBytesMax'],
      `must hold one run's source and input, ${sourceBytesMax + inputBytesMax} bytes`,
    );
    relations.assert(
      values.hostMemoryBytesMax >= largestHostBytes,
      ['hostMemoryBytesMax'],
      `must hold the largest isolate and its process, ${largestHostBytes} bytes`,
    );
    return {
      ...values,
      egress: readEgressOptions(values, surroundings, relations),
      link: readLinkOptions(values, surroundings, relations),
      guestFeatures: guestFeatures.filter((feature) => values.guestFeatures.includes(feature)),
      nodeId: values.nodeId ?? nodeIdFrom(surroundings.hostName, surroundings.newId()),
      hostsMax,
      hostsPerTenantMax,
      place: readPlaceSettings(values, relations),
    };
  },
};

/** Host names may hold what an id may not. */
function nodeIdFrom(hostName: string, randomId: string): string {
  const suffix = randomId.replace(/[^a-z0-9]/gi, '').slice(0, 6);
  const base = hostName.replace(/[^A-Za-z0-9.-]/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return `${base.slice(0, nodeIdCharsMax - 7) || 'node'}-${suffix}`;
}
