/** The rarer methods of the console: https://console.spec.whatwg.org/ */
import {
  cleanStackOf,
  formatLine,
  guestMsNow,
  inspectTop,
  runNumberNow,
  setLogIndent,
  writeLog,
} from '../kit.ts';
import { toDomString } from '../webidl.ts';
import { tableOf } from './table.ts';

const counts = new Map<string, number>();
const timersSinceMs = new Map<string, number>();
const groupsShownMax = 50;
/** Of the run of this number: what a module of an earlier one left open is closed. */
let groupsOfRun = 0;
let groups = 0;

const labelOf = (label: unknown): string => (label === undefined ? 'default' : toDomString(label));

export function assert(condition?: unknown, ...args: unknown[]): void {
  if (condition) return;
  const [first, ...rest] = args;
  if (args.length === 0) writeLog('ERROR', 'Assertion failed');
  else if (typeof first === 'string') {
    writeLog('ERROR', formatLine([`Assertion failed: ${first}`, ...rest]));
  } else writeLog('ERROR', formatLine(['Assertion failed:', ...args]));
}

/** There is no screen to clear. */
export function clear(): void {
  groups = 0;
  setLogIndent('');
}

export function count(label?: unknown): void {
  const name = labelOf(label);
  const counted = (counts.get(name) ?? 0) + 1;
  counts.set(name, counted);
  writeLog('INFO', `${name}: ${counted}`);
}

export function countReset(label?: unknown): void {
  const name = labelOf(label);
  if (!counts.delete(name)) writeLog('WARN', `Count for '${name}' does not exist`);
}

export function dir(value: unknown): void {
  writeLog('LOG', inspectTop(value));
}

export function dirxml(...args: unknown[]): void {
  writeLog('LOG', formatLine(args));
}

export function group(...args: unknown[]): void {
  if (args.length > 0) writeLog('LOG', formatLine(args));
  if (groupsOfRun !== runNumberNow()) groups = 0;
  groupsOfRun = runNumberNow();
  groups++;
  indent();
}

export function groupCollapsed(...args: unknown[]): void {
  group(...args);
}

export function groupEnd(): void {
  groups = Math.max(0, groups - 1);
  indent();
}

function indent(): void {
  setLogIndent('  '.repeat(Math.min(groups, groupsShownMax)));
}

export function table(data?: unknown, properties?: unknown): void {
  const keys = Array.isArray(properties) ? properties.map(String) : undefined;
  const drawn = typeof data === 'object' && data !== null ? tableOf(data, keys) : undefined;
  writeLog('LOG', drawn ?? formatLine([data]));
}

export function time(label?: unknown): void {
  const name = labelOf(label);
  if (timersSinceMs.has(name)) writeLog('WARN', `Timer '${name}' already exists`);
  else timersSinceMs.set(name, guestMsNow());
}

export function timeEnd(label?: unknown): void {
  const name = labelOf(label);
  const elapsed = elapsedOf(name);
  if (elapsed === undefined) return;
  timersSinceMs.delete(name);
  writeLog('INFO', `${name}: ${elapsed}`);
}

export function timeLog(label?: unknown, ...args: unknown[]): void {
  const name = labelOf(label);
  const elapsed = elapsedOf(name);
  if (elapsed !== undefined) writeLog('LOG', formatLine([`${name}: ${elapsed}`, ...args]));
}

function elapsedOf(name: string): string | undefined {
  const sinceMs = timersSinceMs.get(name);
  if (sinceMs !== undefined) return `${guestMsNow() - sinceMs}ms`;
  writeLog('WARN', `Timer '${name}' does not exist`);
  return undefined;
}

export function trace(...args: unknown[]): void {
  const head = args.length === 0 ? 'Trace' : `Trace: ${formatLine(args)}`;
  const frames = cleanStackOf(new Error('trace'));
  writeLog('LOG', frames === '' ? head : `${head}\n${frames}`);
}
