/**
 * What the runtime of one context knows of the run in it: its limits, how it ended, what it
 * logged. One run at a time; `begin` makes all of it new.
 */
import { dateNow, mathFloor, mathMax, stringifyJson } from './intrinsics.ts';
import type { EmitLog, reports } from './runtime-protocol.ts';

export interface RunState {
  /** Tells the runs of a context apart: what an earlier one left may wake up in a later one. */
  runNumber: number;
  resultCharsMax: number;
  logLinesMax: number;
  logBytesMax: number;
  logLineBytesMax: number;
  timersMax: number;
  /** Where log lines go at once; undefined when they are kept until they are taken. */
  emit: EmitLog | undefined;
  logLines: number;
  logBytes: number;
  /** The kept lines, as the inside of a JSON array. */
  keptLogs: string;
  /** How the run ended, as a report without its second character; empty until it has. */
  ending: string;
  /** What was thrown, while it ended the run and is not described yet. */
  thrown: unknown;
  /** The result, where it is bytes: a copy of the runtime's own, until it is taken. */
  resultBuffer: ArrayBuffer | undefined;
  /** Milliseconds of the run when guest code was last entered, and Date.now() at that moment. */
  enteredMs: number;
  enteredAtDateMs: number;
  /** Of a deterministic run: how far its timers have moved its clock, and from where. */
  virtualMs: number | undefined;
  startEpochMs: number;
}

export const runState: RunState = {
  // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
  __proto__: null,
  runNumber: 0,
  resultCharsMax: 0,
  logLinesMax: 0,
  logBytesMax: 0,
  logLineBytesMax: 0,
  timersMax: 0,
  emit: undefined,
  logLines: 0,
  logBytes: 0,
  keptLogs: '',
  ending: '',
  thrown: undefined,
  resultBuffer: undefined,
  enteredMs: 0,
  enteredAtDateMs: 0,
  virtualMs: undefined,
  startEpochMs: 0,
};

/** The host tells the run's time at each entry; in between the wall clock carries it on. */
export function enterAt(runMs: number): void {
  runState.enteredMs = runMs;
  runState.enteredAtDateMs = dateNow();
}

/** Milliseconds since the run began. */
export function runMsNow(): number {
  return runState.virtualMs ?? realMsNow();
}

/** The same by the machine's clock, for what no guest can see. */
export function realMsNow(): number {
  return runState.enteredMs + mathMax(0, dateNow() - runState.enteredAtDateMs);
}

/**
 * Milliseconds since the run began, as the guest is told: whole ones, since the host says at each
 * entry what time it is to the microsecond.
 */
export function guestMsNow(): number {
  return mathFloor(runMsNow());
}

/** Milliseconds since 1970, as the guest is told. */
export function epochMsNow(): number {
  return runState.virtualMs === undefined ? dateNow() : runState.startEpochMs + runState.virtualMs;
}

/** Another one for each run of a context. */
export function runNumberNow(): number {
  return runState.runNumber;
}

/** In mode SLICE the host does nothing while the guest runs; log lines have to be kept. */
export function isOnMainThread(): boolean {
  return runState.emit === undefined;
}

/** Keeps what cannot be sent at once. */
export function keepLog(level: number, text: string, sinceStartUs: number): void {
  const entry = `[${level},${stringifyJson(text) as string},${sinceStartUs}]`;
  runState.keptLogs += runState.keptLogs === '' ? entry : `,${entry}`;
}

/** The first ending counts; what a run does after it is of no consequence. */
export function end(report: string, body = ''): void {
  if (runState.ending === '') runState.ending = report + body;
}

export function hasEnded(): boolean {
  return runState.ending !== '';
}

export function isOver(report: (typeof reports)[keyof typeof reports]): boolean {
  return hasEnded() && runState.ending[0] === report;
}
