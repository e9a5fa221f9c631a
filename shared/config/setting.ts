/**
 * One setting of a program: what it is for, which values it takes, how text becomes one. Flags,
 * environment variables, file keys, help and checks are all derived from it.
 */
import { bytesFromText, bytesToText } from './byte-size.ts';

export interface Setting<Value> {
  /** One or two sentences for --help. */
  readonly summary: string;
  /** What stands for the value in --help; empty for a switch, which needs none. */
  readonly placeholder: string;
  /** Completes "must be …". */
  readonly rule: string;
  /** The value that was given, from a file maybe; undefined where it is none for this setting. */
  readonly check: (given: unknown) => NonNullable<Value> | undefined;
  /** Text that cannot be read is given back as it is, for `check` to refuse. */
  readonly fromText: (text: string) => unknown;
  readonly default: Value;
  /** For --help; empty where there is none. */
  readonly defaultText: string;
  /** A secret's value is never printed. */
  readonly isSecret: boolean;
}

export type SettingsTable = Readonly<Record<string, Setting<unknown>>>;

/** What a table's settings come to: undefined only where there is no default. */
export type ValuesOf<Table extends SettingsTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : never;
};

interface Description<Default> {
  readonly summary: string;
  /** Undefined where the program finds it out by itself, or can do without. */
  readonly default: Default;
  /** Says what is taken where `default` is undefined. */
  readonly defaultText?: string;
}

interface Range {
  readonly min: number;
  readonly max: number;
}

export function wholeNumber<Default extends number | undefined>(
  description: Description<Default> & Range,
): Setting<number | Default> {
  const { min, max } = description;
  return {
    ...common(description),
    placeholder: 'N',
    rule: `a whole number from ${min} to ${max}`,
    check: (given) => wholeWithin(given, description),
    fromText: (text) => (/^-?\d+$/.test(text) ? Number(text) : text),
  };
}

/** An amount of memory: a number of bytes, or text such as `256MB` (1 MB is 1,048,576 bytes). */
export function byteSize<Default extends number | undefined>(
  description: Description<Default> & Range,
): Setting<number | Default> {
  const { min, max } = description;
  const fromText = (text: string): unknown => bytesFromText(text) ?? text;
  return {
    ...common(description),
    placeholder: 'SIZE',
    rule: `a size from ${bytesToText(min)} to ${bytesToText(max)}`,
    check: (given) => wholeWithin(typeof given === 'string' ? fromText(given) : given, description),
    fromText,
    defaultText: description.default === undefined ? '' : bytesToText(description.default),
  };
}

export function textSetting<Default extends string | undefined>(
  description: Description<Default> & {
    readonly placeholder: string;
    readonly rule: string;
    readonly pattern: RegExp;
    readonly isSecret?: boolean;
  },
): Setting<string | Default> {
  return {
    ...common(description),
    placeholder: description.placeholder,
    rule: description.rule,
    check: (given) => (isText(given, description.pattern) ? given : undefined),
    fromText: (given) => given,
    isSecret: description.isSecret ?? false,
  };
}

/** Text values, separated by commas where they are given as text. */
export function textListSetting(
  description: Description<readonly string[]> & {
    readonly placeholder: string;
    readonly rule: string;
    readonly pattern: RegExp;
  },
): Setting<readonly string[]> {
  const split = (value: unknown): unknown =>
    typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
  return {
    ...common(description),
    placeholder: description.placeholder,
    rule: description.rule,
    check: (given) => {
      const items = split(given);
      if (!Array.isArray(items) || items.length === 0) return undefined;
      return items.every((item) => isText(item, description.pattern)) ? items : undefined;
    },
    fromText: (given) => given,
    defaultText: description.default.join(','),
  };
}

export function choice<const Word extends string>(
  words: readonly Word[],
  description: Description<Word>,
): Setting<Word> {
  return {
    ...common(description),
    placeholder: words.join('|'),
    rule: `one of ${words.join(', ')}`,
    check: (given) => words.find((word) => word === given),
    fromText: (given) => given,
  };
}

/** Off unless it is named. */
export function onOff(description: { readonly summary: string }): Setting<boolean> {
  const meanings: Readonly<Record<string, boolean>> = {
    true: true,
    false: false,
    1: true,
    0: false,
  };
  return {
    ...common({ ...description, default: false, defaultText: '' }),
    placeholder: '',
    rule: 'true or false',
    check: (given) => (typeof given === 'boolean' ? given : undefined),
    fromText: (given) => meanings[given] ?? given,
    defaultText: '',
  };
}

function wholeWithin(given: unknown, { min, max }: Range): number | undefined {
  if (typeof given !== 'number' || !Number.isSafeInteger(given)) return undefined;
  return given >= min && given <= max ? given : undefined;
}

function isText(given: unknown, pattern: RegExp): given is string {
  return typeof given === 'string' && pattern.test(given);
}

function common<Default>({ summary, default: value, defaultText }: Description<Default>) {
  const shown = defaultText ?? (value === undefined ? '' : String(value));
  return { summary, default: value, defaultText: shown, isSecret: false };
}
