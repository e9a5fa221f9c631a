/**
 * Collects what was given, each value with where it came from: a flag wins over a variable, a
 * variable over the file.
 */
import type { Setting, SettingsTable } from './setting.ts';
import { closestName, flagName, variableName } from './setting-names.ts';

export interface GivenValue {
  /** As the reader may find it again: `--port`, `ISOPOD_PORT`, `isopod.json: port`. */
  readonly origin: string;
  readonly value: unknown;
  /** The value as it was written. */
  readonly shown: string;
}

export interface Sources {
  /** Without the interpreter and the script. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Throws where there is no such file. */
  readTextFile(path: string): string;
}

type GivenValues = Map<string, GivenValue>;

/** What no program's table holds, but each understands. */
export const builtInFlags = ['--config', '--help', '--version'];

/** Adds to `mistakes` whatever cannot be understood. */
export function gatherValues(
  settings: SettingsTable,
  sources: Sources,
  mistakes: string[],
): GivenValues {
  const { given: fromFlags, configPath } = readFlags(settings, sources.args, mistakes);
  const path = configPath ?? sources.env[variableName('config')];
  const fromFile = path ? readFile(settings, path, sources, mistakes) : new Map();
  return new Map([...fromFile, ...readEnvironment(settings, sources.env), ...fromFlags]);
}

function readFlags(settings: SettingsTable, args: readonly string[], mistakes: string[]) {
  const keyByFlag = new Map(Object.keys(settings).map((key) => [flagName(key), key]));
  const given: GivenValues = new Map();
  let configPath: string | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const [, flag = '', inline] = /^(--[^=]*)(?:=(.*))?$/s.exec(args[index] ?? '') ?? [];
    const key = keyByFlag.get(flag);
    const setting = key === undefined ? undefined : settings[key];
    if (!setting && flag !== '--config') {
      mistakes.push(unknownFlag(flag || (args[index] ?? ''), [...keyByFlag.keys()]));
      // What follows it was most likely its value.
      if (flag !== '' && inline === undefined && !isFlag(args[index + 1])) index += 1;
      continue;
    }
    if (key !== undefined && given.has(key)) mistakes.push(`${flag}: given more than once`);
    if (setting?.placeholder === '') {
      given.set(key ?? '', fromText(setting, flag, inline ?? 'true'));
      continue;
    }
    const next = args[index + 1];
    if (inline === undefined && (next === undefined || isFlag(next))) {
      mistakes.push(`${flag}: needs a value`);
      continue;
    }
    if (inline === undefined) index += 1;
    const text = inline ?? next ?? '';
    if (!setting || key === undefined) configPath = text;
    else given.set(key, fromText(setting, flag, text));
  }
  return { given, configPath };
}

function isFlag(arg: string | undefined): boolean {
  return arg?.startsWith('--') ?? false;
}

function fromText(setting: Setting<unknown>, origin: string, text: string): GivenValue {
  return { origin, value: setting.fromText(text), shown: text };
}

function unknownFlag(given: string, flags: readonly string[]): string {
  if (!given.startsWith('-')) return `${given}: not a flag, and nothing else is expected`;
  return `${given}: no such flag${didYouMean(given, [...flags, ...builtInFlags])}`;
}

function didYouMean(given: string, names: readonly string[]): string {
  const closest = closestName(given, names);
  return closest ? `; did you mean ${closest}?` : '';
}

/** Other variables of the same prefix belong to others, and are no mistake. */
function readEnvironment(settings: SettingsTable, env: Sources['env']): GivenValues {
  const given: GivenValues = new Map();
  for (const [key, setting] of Object.entries(settings)) {
    const origin = variableName(key);
    const text = env[origin];
    if (text !== undefined && text !== '') given.set(key, fromText(setting, origin, text));
  }
  return given;
}

function readFile(
  settings: SettingsTable,
  path: string,
  sources: Sources,
  mistakes: string[],
): GivenValues {
  const given: GivenValues = new Map();
  let content: unknown;
  try {
    content = JSON.parse(sources.readTextFile(path));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    mistakes.push(`${path}: could not be read as a JSON file: ${reason}`);
    return given;
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    mistakes.push(`${path}: must hold one JSON object`);
    return given;
  }
  const keys = Object.keys(settings);
  for (const [key, value] of Object.entries(content)) {
    if (key === '$schema') continue;
    const origin = `${path}: ${key}`;
    if (keys.includes(key)) given.set(key, { origin, value, shown: JSON.stringify(value) });
    else mistakes.push(`${origin}: no such setting${didYouMean(key, keys)}`);
  }
  return given;
}
