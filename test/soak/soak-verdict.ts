/**
 * Whether a soak was passed, from what was seen during it and what was left after it. Memory is
 * judged by medians, since a single look may fall into a collection of garbage, and without the
 * first quarter, in which caches fill and code is compiled: what goes on growing is a leak.
 */

/** What the cluster held of the machine at one moment. */
export interface SoakSample {
  readonly atMs: number;
  readonly agentResidentBytes: number;
  readonly coordinatorResidentBytes: number;
  /** Of agent and hosts. */
  readonly nodeResidentBytes: number;
  /** Coordinator, agent and hosts. */
  readonly processes: number;
  /** Of the agent, without those that belong to a live host. */
  readonly agentDescriptors: number;
  readonly agentThreads: number;
  readonly coordinatorDescriptors: number;
}

export interface SoakFindings {
  readonly minutes: number;
  readonly runs: number;
  readonly wrongs: readonly string[];
  readonly neighbourAskedPerS: number;
  readonly neighbourFailures: readonly string[];
  /** Why the cluster could not go on, where it could not. */
  readonly lost: string | undefined;
  readonly samples: readonly SoakSample[];
  /** With all tenants warmed: before the soak, and when it was over for a while. */
  readonly before: SoakSample;
  readonly after: SoakSample | undefined;
  /** What was there when the cluster had stopped. */
  readonly left: readonly string[];
}

/** Below this, memory has not settled. */
export const judgedMinutesMin = 10;
const growthRatioMax = 1.1;
/** Of the fifty it is to ask; its own process is busy too. */
const askedPerSMin = 45;
const shownMax = 20;

/** What speaks against it; nothing when it is passed. */
export function soakFaults(findings: SoakFindings): string[] {
  const { lost, wrongs, neighbourFailures, neighbourAskedPerS, left } = findings;
  const faults = [...(lost === undefined ? [] : [lost])];
  if (findings.runs === 0) faults.push('no program has run');
  faults.push(...shown('a program was not contained', wrongs));
  faults.push(...shown('the neighbour had a failure', neighbourFailures));
  if (!(neighbourAskedPerS >= askedPerSMin)) {
    faults.push(`the neighbour asked ${neighbourAskedPerS.toFixed(1)} times a second`);
  }
  if (findings.minutes >= judgedMinutesMin) faults.push(...growth(findings.samples));
  if (findings.after) faults.push(...leftovers(findings.before, findings.after));
  faults.push(...shown('something was left over', left));
  return faults;
}

/** Of the median of the last quarter to that of the second; NaN where there are too few. */
export function growthRatio(values: readonly number[]): number {
  const quarter = Math.floor(values.length / 4);
  const second = values.slice(quarter, 2 * quarter);
  return median(values.slice(-quarter || values.length)) / median(second);
}

function growth(samples: readonly SoakSample[]): string[] {
  const series = {
    'the agent': samples.map(({ agentResidentBytes }) => agentResidentBytes),
    'the coordinator': samples.map(({ coordinatorResidentBytes }) => coordinatorResidentBytes),
  };
  return Object.entries(series).flatMap(([who, values]) => {
    const ratio = growthRatio(values);
    if (ratio <= growthRatioMax) return [];
    return [`the memory of ${who} grew: ${ratio.toFixed(2)} of what it was`];
  });
}

function leftovers(before: SoakSample, after: SoakSample): string[] {
  const isMore = (key: keyof SoakSample): boolean => after[key] > before[key];
  const more = (
    ['processes', 'agentDescriptors', 'agentThreads', 'coordinatorDescriptors'] as const
  )
    .filter(isMore)
    .map((key) => `${key}: ${before[key]} before, ${after[key]} after`);
  const ratio = after.nodeResidentBytes / before.nodeResidentBytes;
  if (ratio <= growthRatioMax) return more;
  return [...more, `the node holds ${ratio.toFixed(2)} of the memory it held before`];
}

function shown(what: string, details: readonly string[]): string[] {
  const first = details.slice(0, shownMax).map((detail) => `${what}: ${detail}`);
  const more = details.length - first.length;
  return more > 0 ? [...first, `${what}: and ${more} more`] : first;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
