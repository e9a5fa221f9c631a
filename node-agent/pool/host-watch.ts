/**
 * What the watchdog remembers of one host from look to look, and what it makes of an
 * announcement that may lie: the page can only make a run's account worse than what the agent
 * has seen itself, never better.
 *
 *   no stretch ──a run is announced──▶ stretch of that run ──it leaves, or another enters──▶ …
 */
import type { Announcement } from '../frames/announcement.ts';
import type { HostPort } from './host-port.ts';
import type { Placement } from './run.ts';
import type { ExecutingFacts } from './watch-rule.ts';

/** One uninterrupted time inside guest code. */
interface Stretch {
  readonly placement: Placement;
  readonly enteredAtMs: number;
  /** When the agent first saw it, and the processor time of the process then. */
  readonly seenAtMs: number;
  readonly cpuUsSeen: number;
}

export interface Sighting {
  readonly placement: Placement | undefined;
  /** The host has announced that nobody is in guest code. */
  readonly isNobodyIn: boolean;
  readonly executing: ExecutingFacts | undefined;
  readonly quietMs: number;
  readonly quietCpuUs: number;
}

export class HostWatch {
  #stretch: Stretch | undefined;
  #signAtMs: number;
  /** Processor time at the last sign; undefined until it has been read. */
  #signCpuUs: number | undefined;

  constructor(nowMs: number) {
    this.#signAtMs = nowMs;
  }

  /** The host spoke, or was given its first work. */
  heard(nowMs: number): void {
    this.#signAtMs = nowMs;
    this.#signCpuUs = undefined;
  }

  look(
    port: HostPort,
    placementOf: (runId: number) => Placement | undefined,
    nowMs: number,
  ): Sighting {
    const cpuUs = port.cpuUs() ?? 0;
    const page = port.announcement();
    const placement = page && page.runId !== 0 ? placementOf(page.runId) : undefined;
    this.#stretch = placement && page && this.#follow(placement, page, cpuUs, nowMs);
    if (this.#stretch && page && page.pulseAtMs > this.#signAtMs && page.pulseAtMs <= nowMs) {
      this.heard(page.pulseAtMs);
    }
    this.#signCpuUs ??= cpuUs;
    return {
      placement,
      isNobodyIn: page?.runId === 0,
      executing: this.#stretch && page && accountOf(this.#stretch, page, cpuUs, nowMs),
      quietMs: nowMs - this.#signAtMs,
      quietCpuUs: cpuUs - this.#signCpuUs,
    };
  }

  #follow(placement: Placement, page: Announcement, cpuUsSeen: number, nowMs: number): Stretch {
    const before = this.#stretch;
    if (before?.placement === placement && before.enteredAtMs === page.enteredAtMs) return before;
    this.heard(nowMs);
    const isSane = page.enteredAtMs >= placement.sentAtMs && page.enteredAtMs <= nowMs;
    placement.beganAtMs ??= isSane ? page.enteredAtMs : nowMs;
    return { placement, enteredAtMs: page.enteredAtMs, seenAtMs: nowMs, cpuUsSeen };
  }
}

function accountOf(
  { placement, seenAtMs, cpuUsSeen }: Stretch,
  page: Announcement,
  cpuUs: number,
  nowMs: number,
): ExecutingFacts {
  const { run, mode, stop } = placement;
  const before = page.cpuUsBefore >= 0 ? page.cpuUsBefore : 0;
  const sinceEntry = page.processCpuUsAtEntry >= 0 ? cpuUs - page.processCpuUsAtEntry : 0;
  // The page may say that it was more than the process has ever used; that it cannot have been.
  const saidUs = Math.min(cpuUs, before + sinceEntry);
  placement.cpuUs = Math.max(placement.cpuUs, saidUs, cpuUs - cpuUsSeen);
  return {
    mode,
    limits: run.execution.limits,
    readingMsMax: placement.readingMsMax,
    wallMs: nowMs - Math.min(placement.beganAtMs ?? seenAtMs, seenAtMs),
    cpuUs: placement.cpuUs,
    isAbandoned: run.placement !== placement,
    stop: stop && { word: stop.word, askedMsAgo: nowMs - stop.askedAtMs },
  };
}
