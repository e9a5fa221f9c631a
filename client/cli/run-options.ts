/** The options of `isopod run`, and the execution they describe. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  defaultDeterminism,
  seedMax,
  startEpochMsMax,
} from '../../shared/execution/determinism.ts';
import {
  type CacheMode,
  cacheModes,
  type IsolationLevel,
  isolationLevels,
  type ProgramKind,
  type ProgramLanguage,
  programKinds,
  programLanguages,
} from '../../shared/execution/execution.ts';
import { type PostureLayer, postureLayers } from '../../shared/execution/posture-layer.ts';
import { defaultPriority, priorityMax } from '../../shared/execution/priority.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import { addConnectionOptions, type ConnectionOptions } from './connection-options.ts';
import { addLimitOptions, type LimitOptions, limitsOf, timeoutOption } from './limit-options.ts';
import { loadProgram } from './load-program.ts';
import { addPlacementOptions, type PlacementOptions, placementOf } from './placement-options.ts';
import { type InputOptions, inputTypes, readInput } from './program-file.ts';
import { UsageMistake } from './usage-mistake.ts';

export interface RunOptions
  extends ConnectionOptions,
    InputOptions,
    LimitOptions,
    PlacementOptions {
  readonly server?: string;
  readonly json?: boolean;
  /** A file to write the result into. */
  readonly out?: string;
  /** @default true */
  readonly bundle?: boolean;
  readonly minify?: boolean;
  /** What this command is given by stdin, the program reads. */
  readonly stdin?: boolean;
  readonly kind?: ProgramKind;
  readonly language?: ProgramLanguage;
  readonly isolation?: IsolationLevel;
  readonly priority?: number;
  readonly idempotent?: boolean;
  readonly deterministic?: boolean;
  readonly cache?: CacheMode;
  readonly seed?: number;
  /** Milliseconds since 1970. */
  readonly time?: number;
  /** A file to write. */
  readonly record?: string;
  readonly requireLayer?: readonly PostureLayer[];
  readonly timeoutMs?: number;
}

export function addRunOptions(command: Command): Command {
  addInputOptions(command);
  addConnectionOptions(command, 'the cluster to run in (default: one of its own, for this run)')
    .option('--out <file>', 'write the result into a file: JSON text, or bytes as they are')
    .option('--json', 'print one JSON object with outcome, usage and logs')
    .option('--no-bundle', 'send the file as it is, also when it imports others')
    .option('--stdin', 'the program may read what comes by stdin')
    .option('--minify', 'bundle with short names, for a program that is too long')
    .addOption(wordOption('--kind <kind>', 'how the text is read', programKinds, 'by suffix'))
    .addOption(wordOption('--language <language>', 'its language', programLanguages, 'by suffix'))
    .addOption(wordOption('--isolation <level>', 'how much runs share', isolationLevels, 'fresh'))
    .addOption(priorityOption())
    .option('--idempotent', 'running it twice does no harm')
    .option('--deterministic', 'the same each time: chance and clock are given')
    .addOption(
      wordOption('--cache <mode>', 'of a deterministic run, kept results', cacheModes, 'use'),
    )
    .addOption(seedOption())
    .addOption(startOption())
    .option('--record <file>', 'run deterministically, and write down what isopod replay needs')
    .addOption(layersOption())
    .addOption(timeoutOption());
  addPlacementOptions(command);
  return addLimitOptions(command);
}

export function addInputOptions(command: Command): Command {
  return command
    .option('--input <json>', 'the input, as JSON text; - reads it from stdin')
    .option('--input-file <file>', 'a file that holds the input')
    .addOption(wordOption('--input-type <type>', 'what that file holds', inputTypes, 'json'));
}

/** Throws UsageMistake when a file cannot be read or bundled, or the input is not JSON. */
export async function executionRequest(
  file: string,
  options: RunOptions,
  warn: (text: string) => void,
): Promise<ExecutionRequest> {
  if (options.stdin && [file, options.input, options.inputFile].includes('-'))
    throw new UsageMistake('Could not pass stdin on: it is to be read for something else');
  const input = readInput(options);
  // Who says how the text is to be read means the text as it stands.
  const isToBeRead = options.kind !== undefined || options.language !== undefined;
  const bundle = options.bundle !== false && !isToBeRead;
  const program = await loadProgram(file, { bundle, minify: options.minify === true, warn });
  return {
    ...program,
    ...(options.kind ? { kind: options.kind } : {}),
    ...(options.language ? { language: options.language } : {}),
    ...(options.isolation ? { isolation: options.isolation } : {}),
    ...input,
    ...priorityOf(options),
    ...placementOf(options),
    isIdempotent: options.idempotent ?? false,
    ...determinismOf(options),
    ...cacheOf(options),
    ...(options.requireLayer ? { layersRequired: options.requireLayer } : {}),
    limits: limitsOf(options),
  };
}

/** Whoever asks for a part of it asks for all of it. */
function determinismOf(options: RunOptions): Pick<ExecutionRequest, 'determinism'> {
  const { deterministic, seed, time: startEpochMs, record } = options;
  const isWanted = deterministic || record !== undefined;
  if (!isWanted && seed === undefined && startEpochMs === undefined) return {};
  return {
    determinism: {
      ...(seed === undefined ? {} : { seed }),
      ...(startEpochMs === undefined ? {} : { startEpochMs }),
    },
  };
}

/** What is recorded is what has run. */
function cacheOf({ cache, record }: RunOptions): Pick<ExecutionRequest, 'cache'> {
  if (record !== undefined) return { cache: 'OFF' };
  return cache ? { cache } : {};
}

function layersOption(): Option {
  const choices = postureLayers.join(', ');
  const help = `only on a node locked down with it; may be given again: ${choices}`;
  const option = new Option('--require-layer <layer>', help);
  return option.argParser<readonly PostureLayer[] | undefined>((given, before) => {
    const layer = postureLayers.find((known) => known === given);
    if (layer) return [...(before ?? []), layer];
    throw new InvalidArgumentError(`It must be one of ${choices}.`);
  });
}

/** Also of calls of functions. */
export function priorityOption(): Option {
  const description = `how urgent it is where executions wait, 0 to ${priorityMax} (default: ${defaultPriority})`;
  return new Option('--priority <n>', description).argParser((given) => {
    if (/^\d$/.test(given)) return Number(given);
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${priorityMax}.`);
  });
}

export function priorityOf({ priority }: { readonly priority?: number }): { priority?: number } {
  return priority === undefined ? {} : { priority };
}

function seedOption(): Option {
  const usual = defaultDeterminism.seed;
  const description = `of Math.random; implies --deterministic (default: ${usual})`;
  return new Option('--seed <n>', description).argParser((given) => {
    if (/^\d+$/.test(given) && Number(given) <= seedMax) return Number(given);
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${seedMax}.`);
  });
}

function startOption(): Option {
  const usual = new Date(defaultDeterminism.startEpochMs).toISOString();
  const description = `what the clock says; implies --deterministic (default: ${usual})`;
  return new Option('--time <iso>', description).argParser((given) => {
    const epochMs = /^\d{4}-\d{2}-\d{2}/.test(given) ? Date.parse(given) : Number.NaN;
    if (epochMs >= 0 && epochMs <= startEpochMsMax) return epochMs;
    throw new InvalidArgumentError('It must be an ISO time of 1970 to 9999.');
  });
}

export function wordOption(
  flags: string,
  description: string,
  words: readonly string[],
  usual: string,
): Option {
  const choices = words.map((word) => word.toLowerCase());
  const help = `${description}: ${choices.join(', ')} (default: ${usual})`;
  return new Option(flags, help).argParser((given) => {
    if (choices.includes(given.toLowerCase())) return given.toUpperCase();
    throw new InvalidArgumentError(`It must be one of ${choices.join(', ')}.`);
  });
}
