/**
 * Which run a host is executing, written where its agent can read it even when the host cannot
 * speak any more: a page in an inherited memory file. One pwrite (about 3 µs) before guest code
 * is entered, one when it is left, and one every `pulseEveryMs` from a main thread that lives.
 *
 * A torn read cannot be told from a whole one by the kernel's promises, so the sequence number
 * stands at both ends and a reader takes the page only when the two agree.
 */

export interface Announcement {
  /** The run inside guest code now; 0 for none. */
  readonly runId: number;
  /** Machine-wide monotonic milliseconds (Clock.nowMs) when guest code was entered. */
  readonly enteredAtMs: number;
  /** CPU that this run had used, in microseconds, before this entry. */
  readonly cpuUsBefore: number;
  /** CPU that the whole process had used, in microseconds, at this entry. */
  readonly processCpuUsAtEntry: number;
  /** Machine-wide monotonic milliseconds of the main thread's last sign of life. */
  readonly pulseAtMs: number;
}

/** The descriptor of the frame socket in a host, and that of its announcement page. */
export const frameDescriptor = 3;
export const announcementDescriptor = 4;
/** That of its program's text, which host/run-bundle.cjs reads and closes first of all. */
export const programDescriptor = 5;

export const pulseEveryMs = 50;
export const announcementBytes = 48;

/** Writes `announcement` into a page of announcementBytes. */
export function encodeAnnouncement(
  page: DataView,
  announcement: Announcement,
  sequence: number,
): void {
  page.setUint32(0, sequence, true);
  page.setUint32(4, announcement.runId, true);
  page.setFloat64(8, announcement.enteredAtMs, true);
  page.setFloat64(16, announcement.cpuUsBefore, true);
  page.setFloat64(24, announcement.processCpuUsAtEntry, true);
  page.setFloat64(32, announcement.pulseAtMs, true);
  page.setUint32(40, 0, true);
  page.setUint32(44, sequence, true);
}

/** Reads a page, or undefined when it was caught half written. */
export function decodeAnnouncement(page: DataView): Announcement | undefined {
  if (page.getUint32(0, true) !== page.getUint32(44, true)) return undefined;
  return {
    runId: page.getUint32(4, true),
    enteredAtMs: page.getFloat64(8, true),
    cpuUsBefore: page.getFloat64(16, true),
    processCpuUsAtEntry: page.getFloat64(24, true),
    pulseAtMs: page.getFloat64(32, true),
  };
}
