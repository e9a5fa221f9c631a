/** What an agent may put into one host; beyond it the host takes the agent's frames for broken. */
export const hostBounds = {
  /** Runs sent and not yet ended or recalled. */
  runsMax: 4_096,
  /** Runs begun that wait for a timer, an isolate each; more are not begun until one ends. */
  parkedRunsMax: 32,
  /** Sessions opened and not closed, an isolate each. */
  sessionsMax: 32,
  /** Codes loaded and not dropped. */
  codesMax: 1_024,
  /** The text of those together, in UTF-16 units. */
  codeCharsMax: 16 * 1024 * 1024,
  /**
   * What the memory ceiling has, for each code that runs POOLED, for an isolate at rest. A small
   * module with the guest runtime takes 1.4 MB of a process.
   */
  warmBytesPerCode: 2 * 1024 * 1024,
  /** What isolates at rest may hold together beyond that: it comes out of what every process has. */
  warmExcessBytesMax: 96 * 1024 * 1024,
} as const;
