/**
 * What a coordinator does about alerts: the rules that ship, changed by what an operator's file says.
 * docs/health.md has the file's form.
 */
import type { AlertRule, Severity } from './alerts/alert-rule.ts';
import type { AlertingConfig } from './alerts/alerting.ts';
import { defaultAlertRules, defaultInhibitRules } from './default-alert-rules.ts';

export interface AlertsConfig {
  readonly alerting: AlertingConfig;
  /** The share of executions that shall not fail by the cluster's fault. */
  readonly sloObjective: number;
}

const defaults = {
  groupBy: ['alertname'],
  groupWaitMs: 5_000,
  groupIntervalMs: 60_000,
  repeatMs: 4 * 60 * 60_000,
  sloObjective: 0.999,
};

const severities: readonly Severity[] = ['critical', 'warning', 'info'];
const durationMsMax = 30 * 24 * 60 * 60_000;
const ruleKeys = ['fireAt', 'resolveAt', 'forMs', 'keepFiringMs', 'severity', 'isOff'];

type Fields = Readonly<Record<string, unknown>>;

/** `text` is JSON; undefined for what ships. Throws an Error that says what is wrong with it. */
export function readAlertsConfig(text?: string): AlertsConfig {
  const given = text === undefined ? {} : parse(text);
  refuseOthers(given, [...Object.keys(defaults), 'rules'], '');
  const groupBy = given['groupBy'] ?? defaults.groupBy;
  if (!Array.isArray(groupBy) || !groupBy.every((name) => typeof name === 'string'))
    throw new Error('groupBy must be a list of names of labels');
  const times = {
    groupWaitMs: number(given, 'groupWaitMs', defaults.groupWaitMs, 0, durationMsMax),
    groupIntervalMs: number(given, 'groupIntervalMs', defaults.groupIntervalMs, 0, durationMsMax),
    repeatMs: number(given, 'repeatMs', defaults.repeatMs, 1_000, durationMsMax),
  };
  const sloObjective = number(given, 'sloObjective', defaults.sloObjective, 0, 0.99999);
  const rules = readRules(given['rules'] ?? {});
  return {
    alerting: { rules, inhibitRules: defaultInhibitRules, times, groupBy },
    sloObjective,
  };
}

function readRules(given: unknown): AlertRule[] {
  const changes = fields(given, 'rules');
  refuseOthers(
    changes,
    defaultAlertRules.map(({ name }) => name),
    'rules.',
  );
  return defaultAlertRules.flatMap((rule) => readRule(rule, changes[rule.name]) ?? []);
}

/** Undefined for one that is off. */
function readRule(rule: AlertRule, given: unknown): AlertRule | undefined {
  if (given === undefined) return rule;
  const path = `rules.${rule.name}.`;
  const change = fields(given, path.slice(0, -1));
  refuseOthers(change, ruleKeys, path);
  const { isOff = false, severity = rule.severity } = change;
  if (typeof isOff !== 'boolean') throw new Error(`${path}isOff must be true or false`);
  const known = severities.find((word) => word === severity);
  if (!known) throw new Error(`${path}severity must be one of ${severities.join(', ')}`);
  const limit = (key: string, ifNone: number): number =>
    number(change, key, ifNone, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, path);
  const fireAt = limit('fireAt', rule.threshold.fireAt);
  const { is } = rule.threshold;
  // Who moves only the threshold wants no hysteresis that is on its wrong side.
  const resolveAtMax = is === 'above' ? Math.min : Math.max;
  const resolveAt = limit('resolveAt', resolveAtMax(fireAt, rule.threshold.resolveAt));
  if (resolveAtMax(fireAt, resolveAt) !== resolveAt)
    throw new Error(`${path}resolveAt must not be ${is} fireAt, which is ${fireAt}`);
  if (isOff) return undefined;
  return {
    ...rule,
    threshold: { is, fireAt, resolveAt },
    forMs: number(change, 'forMs', rule.forMs, 0, durationMsMax, path),
    keepFiringMs: number(change, 'keepFiringMs', rule.keepFiringMs, 0, durationMsMax, path),
    severity: known,
  };
}

function parse(text: string): Fields {
  try {
    return fields(JSON.parse(text), 'it');
  } catch (thrown) {
    if (thrown instanceof SyntaxError)
      throw new Error(`is no JSON: ${thrown.message}`, { cause: thrown });
    throw thrown;
  }
}

function fields(given: unknown, path: string): Fields {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return { ...given };
  throw new Error(`${path} must be an object`);
}

function refuseOthers(given: Fields, known: readonly string[], path: string): void {
  for (const key of Object.keys(given))
    if (!known.includes(key))
      throw new Error(`${path}${key} is unknown; there are ${known.join(', ')}`);
}

function number(
  given: Fields,
  key: string,
  ifNone: number,
  min: number,
  max: number,
  path = '',
): number {
  const value = given[key] ?? ifNone;
  if (typeof value === 'number' && value >= min && value <= max) return value;
  const range = Number.isFinite(min) ? ` from ${min} to ${max}` : '';
  throw new Error(`${path}${key} must be a number${range}`);
}
