/**
 * From flags, environment and a file to one checked, frozen configuration, or to one report of
 * every mistake.
 */
import { ConfigError } from './config-error.ts';
import { type GivenValue, gatherValues, type Sources } from './gather-values.ts';
import type { Program, Surroundings } from './program.ts';
import type { Setting, SettingsTable, ValuesOf } from './setting.ts';
import { flagName } from './setting-names.ts';

/** Throws ConfigError. */
export function loadConfig<Table extends SettingsTable, Config>(
  program: Program<Table, Config>,
  sources: Sources,
  surroundings: Surroundings,
): Readonly<Config> {
  const mistakes: string[] = [];
  const faulty = new Set<string>();
  const given = gatherValues(program.settings, sources, mistakes);
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(program.settings)) {
    values[key] = setting.default;
    const one = given.get(key);
    if (!one) continue;
    const checked = setting.check(one.value);
    if (checked !== undefined) {
      values[key] = checked;
      continue;
    }
    faulty.add(key);
    mistakes.push(`${describe(setting, one)}: must be ${setting.rule}`);
  }
  const relations = {
    assert(isKept: boolean, keys: readonly (keyof Table & string)[], mustBe: string): void {
      const [key] = keys;
      if (isKept || key === undefined || keys.some((one) => faulty.has(one))) return;
      const setting = program.settings[key] as Setting<unknown>;
      mistakes.push(`${describe(setting, given.get(key) ?? notGiven(key, setting))}: ${mustBe}`);
    },
  };
  const config = program.compile(values as ValuesOf<Table>, surroundings, relations);
  if (mistakes.length > 0) throw new ConfigError(program.name, mistakes);
  return Object.freeze(config);
}

function notGiven(key: string, { default: value, defaultText }: Setting<unknown>): GivenValue {
  const shown = value === undefined ? '(not given)' : `${defaultText} (the default)`;
  return { origin: flagName(key), value, shown };
}

const shownCharsMax = 100;

function describe(setting: Setting<unknown>, { origin, value, shown }: GivenValue): string {
  if (setting.isSecret && value !== undefined) return `${origin} (a secret, not shown)`;
  const isLong = shown.length > shownCharsMax;
  return `${origin} ${isLong ? `${shown.slice(0, shownCharsMax)}…` : shown || '(empty)'}`;
}
