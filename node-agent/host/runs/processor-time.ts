/**
 * Processor time as the operating system counts it. A guest on another thread is charged what
 * the whole process used meanwhile: its own thread, the collector's and the compiler's helpers,
 * and the main thread, which enters it, takes its log lines and asks how it stands. For a program
 * of timers that is most of what it costs. What V8 calls an isolate's CPU time is wall time.
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
