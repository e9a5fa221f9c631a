/**
 * What one run may use. Everything has a limit; a request asks for up to the ceiling.
 */

export interface Limits {
  /** Guest time by the clock, from the first statement. Waiting in a queue is not counted. */
  readonly wallUsMax: number;
  /** Processor time as the operating system counts it. */
  readonly cpuUsMax: number;
  /** The isolate's heap and array buffers. */
  readonly memoryBytesMax: number;
  readonly resultBytesMax: number;
  readonly logLinesMax: number;
  readonly logBytesMax: number;
  readonly logLineBytesMax: number;
  /** Timers waiting at once. */
  readonly timersMax: number;
  /** Calls out of the sandbox, in all. */
  readonly hostCallsMax: number;
  /** Of those, without a reply at once; more are held back in the sandbox. */
  readonly hostCallsInFlightMax: number;
  /** Of the time that it waits for replies only, what is not charged to `wallUsMax`. */
  readonly hostCallWaitUsMax: number;
}

const second = 1_000_000;
const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

export const defaultLimits: Limits = {
  wallUsMax: 10 * second,
  cpuUsMax: 5 * second,
  memoryBytesMax: 64 * megabyte,
  resultBytesMax: 4 * megabyte,
  logLinesMax: 1_000,
  logBytesMax: 256 * kilobyte,
  logLineBytesMax: 8 * kilobyte,
  timersMax: 1_000,
  hostCallsMax: 1_000,
  hostCallsInFlightMax: 32,
  hostCallWaitUsMax: 0,
};

/** The most a request may ask for. */
export const limitCeilings: Limits = {
  wallUsMax: 15 * 60 * second,
  cpuUsMax: 5 * 60 * second,
  memoryBytesMax: 1024 * megabyte,
  resultBytesMax: 16 * megabyte,
  logLinesMax: 10_000,
  logBytesMax: 4 * megabyte,
  logLineBytesMax: 64 * kilobyte,
  timersMax: 10_000,
  hostCallsMax: 10_000,
  hostCallsInFlightMax: 32,
  hostCallWaitUsMax: 15 * 60 * second,
};

/** The least a request may ask for: below it nothing could run, so it is surely a mistake. */
export const limitFloors: Limits = {
  wallUsMax: 1_000,
  cpuUsMax: 1_000,
  memoryBytesMax: 8 * megabyte,
  resultBytesMax: 1,
  logLinesMax: 1,
  logBytesMax: 1,
  logLineBytesMax: 1,
  timersMax: 1,
  hostCallsMax: 1,
  hostCallsInFlightMax: 1,
  hostCallWaitUsMax: 0,
};

/** The most time by the clock that a run of these limits has, were it to wait as it may. */
export function wallUsInAll(limits: Pick<Limits, 'wallUsMax' | 'hostCallWaitUsMax'>): number {
  return limits.wallUsMax + limits.hostCallWaitUsMax;
}

/** Of source and input, which are checked where they arrive. */
export const payloadLimits = {
  sourceBytesMax: 1 * megabyte,
  inputBytesMax: 4 * megabyte,
};

/** Of an error's description; not for a request to change. */
export const errorTextLimits = { nameCharsMax: 256, messageCharsMax: 4096, stackCharsMax: 16_384 };

/** What a host process may hold beyond its isolate before the kernel or the agent ends it. */
export const processMemoryAllowanceBytes = 256 * megabyte;
