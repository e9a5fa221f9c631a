/**
 * Processor time as the operating system counts it. A guest on another thread is charged what
 * the process used and the main thread did not: its own thread, and the collector's and the
 * compiler's helpers that worked for it. What V8 calls an isolate's CPU time is wall time.
 */
export interface ProcessorTime {
  /** Of all threads, in microseconds. */
  processUs(): number;
  /** Of the calling, main thread, in microseconds. */
  mainThreadUs(): number;
}

export const systemProcessorTime: ProcessorTime = {
  processUs() {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  mainThreadUs() {
    const { user, system } = process.threadCpuUsage();
    return user + system;
  },
};
