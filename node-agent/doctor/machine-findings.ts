/** What a look at a machine brings: facts, each with the reason where it could not be had. */
import type { MemoryCeilingKind } from '../pool/memory-ceiling.ts';
import type { TrialReport } from './trial-run.ts';

/** What was tried, and what came of it. */
export type Attempt<Value> =
  | { readonly name: 'had'; readonly value: Value }
  | { readonly name: 'refused'; readonly reason: string };

export interface MachineFindings {
  readonly kernelRelease: string;
  /** As Node calls it, such as `x64`. */
  readonly architecture: string;
  /** What the kernel's filters can answer; undefined where it does not say. */
  readonly seccompActions: readonly string[] | undefined;
  /** The agent's own filter, which its hosts inherit. */
  readonly ioUringFilter: Attempt<void>;
  readonly user: UserFinding;
  readonly memoryCeiling: {
    readonly kind: MemoryCeilingKind;
    /** Why the better kinds are not to be had. */
    readonly refusals: readonly { readonly kind: MemoryCeilingKind; readonly reason: string }[];
  };
  /** Whether Linux weighs each session as one for this process: see sched(7), autogroups. */
  readonly isAutogrouped: boolean;
  readonly nodeVersion: string;
  readonly v8Version: string;
  readonly isolatedVm: Attempt<string>;
  readonly trial: Attempt<TrialReport>;
}

/** Only root has users to give to hosts. */
export type UserFinding =
  | { readonly name: 'ordinary'; readonly uid: number }
  | { readonly name: 'root'; readonly firstHostUid: Attempt<number> };

/** Runs what may throw, and keeps the reason. */
export async function attempt<Value>(act: () => Value | Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { name: 'had', value: await act() };
  } catch (error) {
    return { name: 'refused', reason: error instanceof Error ? error.message : String(error) };
  }
}
