/**
 * The proof: one real host, locked as `--lockdown required` demands, runs one tiny program. It is
 * started through the parts that a node-agent starts its own with, and is gone at the end.
 */
import type { Execution } from '../../shared/execution/execution.ts';
import { defaultLimits, processMemoryAllowanceBytes } from '../../shared/execution/limits.ts';
import type { Outcome } from '../../shared/execution/outcome.ts';
import { programHash } from '../../shared/execution/program-hash.ts';
import type { Random } from '../../shared/random/random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { HostProcesses } from '../pool/host-processes.ts';
import { HostProgram } from '../pool/host-program.ts';
import type { HostUids } from '../pool/host-uids.ts';
import { HostedExecutor } from '../pool/hosted-executor.ts';
import type { MemoryCeilings } from '../pool/memory-ceiling.ts';
import { PostureWitness } from '../pool/posture-witness.ts';

export interface TrialParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly ceilings: MemoryCeilings;
  readonly uids: HostUids | undefined;
}

export interface TrialReport {
  /** As the node would say in its hello, the kind of its memory ceilings included. */
  readonly layers: readonly string[];
  /** From the start of the process until it was locked and ready. */
  readonly hostStartMs: number;
}

const source = '6 * 7';
const expectedJson = '42';
const program = {
  source,
  kind: 'SCRIPT',
  language: 'JAVASCRIPT',
  fileName: 'doctor.js',
} as const;

const execution: Execution = {
  tenantId: 'doctor',
  program: { ...program, hash: programHash(program) },
  limits: defaultLimits,
  isolation: 'FRESH',
  isIdempotent: true,
};

const hostMemoryBytesMax = defaultLimits.memoryBytesMax + processMemoryAllowanceBytes;
const hostStartMsMax = 10_000;

/** Rejects where no host can be locked, or a locked one does not run the program. */
export async function tryOneHost(parts: TrialParts): Promise<TrialReport> {
  const { clock, random, ceilings, uids } = parts;
  await using opened = new AsyncDisposableStack();
  const hostProgram = opened.adopt(await HostProgram.bundle(), (it) => it.close());
  const factory = new PostureWitness(
    new HostProcesses({
      clock,
      hostProgram,
      lockdown: 'required',
      ceilings,
      ...(uids ? { uids } : {}),
      memoryBytesMax: hostMemoryBytesMax,
      startMsMax: hostStartMsMax,
    }),
  );
  let hostStartMs = 0;
  const hosting = {
    hostsMax: 1,
    hostsPerTenantMax: 1,
    hostsSparesMin: 1,
    runsMax: 2,
    runsBytesMax: 2 ** 20,
    hostMemoryBytesMax,
    tenantChange: 'reset',
    hostAgeMsMax: 3_600_000,
  } as const;
  const observer = { hostStarted: (_hostId: number, tookMs: number) => (hostStartMs = tookMs) };
  const executor = new HostedExecutor(hosting, { factory, clock, random, observer });
  opened.defer(() => executor.close());
  executor.open();
  const { layers } = await factory.first;
  const outcome = await outcomeIn(executor);
  if (outcome.word !== 'SUCCEEDED' || outcome.resultJson !== expectedJson) {
    throw new Error(`The program in the host did not run as it should: ${outcome.word}`);
  }
  return { layers: [...layers, ceilings.kind], hostStartMs: Math.round(hostStartMs) };
}

function outcomeIn(executor: HostedExecutor): Promise<Outcome> {
  return new Promise((resolve) => {
    executor.start({ execution }, { logs: () => {}, ended: resolve });
  });
}
