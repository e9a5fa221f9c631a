/**
 * What a host says to the runtime inside a context, and what it is told: one function, called
 * with a number for what is wanted, answering with one primitive string; but for a result of
 * bytes, which crosses as a buffer of the runtime's own. Nothing else crosses.
 *
 *   offer, once
 *   begin ──▶ run a script, or (the module evaluated) call its default export ──▶ report
 *                                       collect, once the microtasks have run ──▶ report
 *                                                 describe, what they have thrown ──▶ report
 *                                                          tick, a timer's due ──▶ report
 *                                                 a reply to one of its calls came ──▶ report
 */

export const operations = {
  /** A new run begins in this context: its limits, and where its log lines go. */
  begin: 0,
  runScript: 1,
  callDefault: 2,
  /** Runs the callback of one timer that is due. */
  tick: 3,
  /** Asks for the report again: runs no guest code. */
  collect: 4,
  /** Takes the log lines that were kept because there was nowhere to send them. */
  takeLogs: 5,
  /** Once a context, before anything else: which features guests are to find, as bits. */
  offer: 6,
  /** Brings the reply to a call: its tool returned, or threw. */
  resolveCall: 7,
  rejectCall: 8,
  /** The same of a fetch: there is a response, or a reason why there is none. */
  resolveFetch: 9,
  rejectFetch: 10,
  /** Takes the result that `reports.bytes` has told of. */
  takeBytes: 11,
  /** Sets the global `input`, for a script that is evaluated from outside. */
  giveInput: 12,
  /** Brings what that script came to. */
  settle: 13,
  /** Asks the guest's error what it is: for after `reports.undescribed`. */
  describe: 14,
} as const;

/** The first character of a report. The second is `logsWaiting` or `noLogs`; the rest depends. */
export const reports = {
  /** The result is `undefined`, or something that JSON leaves out. */
  nothing: 'u',
  /** The rest is the result as JSON. */
  result: 'r',
  /** The result is bytes, which are to be taken. */
  bytes: 'b',
  /** The rest is a GuestError as JSON: the program threw. */
  threw: 'e',
  /** The program threw; what it was is asked with `describe`, which may run guest code. */
  undescribed: 'd',
  /** The rest is a GuestError as JSON: it wrote more than it may. */
  tooMuch: 'o',
  /** Not settled, and microtasks may be left: ask again with `collect`. */
  pending: 'p',
  /** The rest is a GuestError as JSON: it called more often than it may. */
  tooManyCalls: 'h',
  /** Not settled; the rest is a call that it makes, `ID NAME ARGUMENT`. More may come: ask again. */
  call: 'c',
  /** The same of what it fetches, `ID HEAD` (fetch-texts.ts). */
  fetch: 'f',
  /** The rest is the ids of fetches that it waits for no more, each with a space after it. */
  fetchAborts: 'a',
  /**
   * Not settled; the rest is the number of milliseconds until the next timer is due, or `Infinity`
   * where it waits for replies only.
   */
  waiting: 'w',
  /** Not settled, and nothing is left that could settle it. */
  stuck: 'n',
} as const;

export const logsWaiting = '+';
export const noLogs = '-';
/** Where the rest of a report begins. */
export const reportBodyAt = 2;

/** The name of the runtime's own script: frames that bear it are no business of a user. */
export const runtimeFileName = 'isopod:runtime';

/** The level that an `emit` carries when the logs' limit was passed; the lines' are 0 and up. */
export const logOverflowLevel = -1;
/** As that, for calls out of the sandbox. */
export const callOverflowLevel = -2;
/** The text is no log line but what the program says of its progress, as JSON. */
export const progressLevel = -3;

/** How the host takes a log line from a run in THREAD mode. */
export type EmitLog = (level: number, text: string, sinceStartUs: number) => void;
