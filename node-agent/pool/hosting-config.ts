/**
 * How this node hosts runs. What an operator may set comes from the agent's configuration; the
 * rest is decided here, beside the reasons.
 */
import { limitCeilings, processMemoryAllowanceBytes } from '../../shared/execution/limits.ts';
import { hostBounds } from '../frames/host-bounds.ts';

export interface HostingOptions {
  /** Host processes at once, spares included. */
  readonly hostsMax: number;
  readonly hostsPerTenantMax: number;
  /** Host processes kept started for whoever comes next. */
  readonly hostsSparesMin: number;
  /** Runs accepted at once, waiting ones included. */
  readonly runsMax: number;
  /** Source and input of those, together. */
  readonly runsBytesMax: number;
  /** What one host process may hold. */
  readonly hostMemoryBytesMax: number;
  /** What happens to a host that goes from one tenant to another. */
  readonly tenantChange: 'reset' | 'new-process';
  /** When a host is replaced, give or take a tenth. */
  readonly hostAgeMsMax: number;
}

/** Hosts at once that an agent has users for; the most that an operator may ask for. */
export const hostsPerAgentMax = 256;

/** What one process needs that runs what may use the most. */
export const largestHostBytes = limitCeilings.memoryBytesMax + processMemoryAllowanceBytes;

/** Of runsMax and runsBytesMax, what one tenant may take: the others find some room. */
export const tenantShareMax = 0.75;

/** One THREAD run executes and one waits at its heels, which hides the way through the pipe. */
export const threadDepthMax = 2;
/**
 * SLICE runs in one host: enough of them make one write, few enough to be moved when it dies;
 * and the processor time that they are expected to take, which is what the last one waits.
 */
export const sliceDepthMax = 128;
export const sliceBacklogUsMax = 20_000;
/** Above this share of those another host is worth its start. */
export const sliceCrowdRatio = 0.5;

/** Clean runs in a warm isolate after which code counts as short, and what short means. */
export const cleanRunsToProve = 20;
export const shortRunCpuUsMax = 2_000;

/** Times a run is begun at most: a host that dies again and again takes nobody with it for ever. */
export const attemptsMax = 4;

/** How often the watchdog looks. Everything below is judged no more exactly than that. */
export const watchEveryMs = 25;
/** A run waiting for longer behind another one is taken back when another host could take it. */
export const stuckMsMin = 25;
/** Beyond a limit: SLICE has no one else to end it; in THREAD the host itself does, a bit sooner. */
export const sliceGraceMs = 50;
export const threadGraceMs = 150;
/**
 * Before the first statement of a run its host reads the program, which its wall limit does not count:
 * measured, a megabyte of TypeScript takes 0.4 s, three times that where others want the processor.
 */
export const charsReadPerMsMin = 500;
/** A cancelled run that still executes after this is ended with its host. */
export const obeyMsMax = 100;
/** Processor time burned by a host that has work and says nothing, after this long. */
export const silenceMsMax = 1_000;
export const silenceCpuUsMin = 500_000;
/** A host with work that neither speaks nor burns is stopped or stuck, however loaded the machine. */
export const stallMsMax = 10_000;

/** How long after its last ordinary run a tenant's harmful ones are kept apart (code-harm.ts). */
export const companyMsMax = 10_000;

/** Sessions in one host, and what their isolates may hold together; a larger one is there alone. */
export const sessionsPerHostMax = 16;
export const sessionBytesPerHostMax = 1024 * 1024 * 1024;
/** A session that was not used for so long ends when somebody else waits for its host. */
export const sessionYieldMs = 30_000;

/** How long a host may take to forget a tenant. */
export const resetMsMax = 1_000;
/** How long a tenant's claim for another host stands before it is made anew. */
export const claimMsMax = 60_000;
/**
 * Resident memory of a host, beyond what its runs may use, above which it is replaced: most of
 * what processMemoryAllowanceBytes leaves a process for itself must be there for the next run,
 * which would otherwise be ended for what others have left.
 */
export const idleResidentBytesMax = 176 * 1024 * 1024;

/** Codes kept in one host; the host's own bounds (frames/host-bounds.ts) are a little above. */
const codesPerHostMax = 512;
const codesPerHostMin = 32;
/**
 * As many as find room for a warm isolate each beside the largest run that is allowed; that run
 * would otherwise be ended for what others keep. So few as the least are in every process's own.
 */
export function codesPerHost(hostMemoryBytesMax: number): number {
  const warmBytesMax = hostMemoryBytesMax - largestHostBytes;
  const codes = Math.floor(warmBytesMax / hostBounds.warmBytesPerCode);
  return Math.min(codesPerHostMax, Math.max(codesPerHostMin, codes));
}
export const codeCharsPerHostMax = 12 * 1024 * 1024;
/** Codes whose behaviour is remembered, over all tenants. */
export const codesRememberedMax = 16_384;
