/**
 * A context as a host gives it to a program, without host process, scheduler and limits: for
 * tests of what programs find in it.
 */
import { readFileSync } from 'node:fs';
import type { EntryMode } from '../../node-agent/frames/frame.ts';
import { defaultGuestFeatures } from '../../node-agent/frames/guest-features.ts';
import { isolatedVmEngine } from '../../node-agent/host/engine/isolated-vm-engine.ts';
import type {
  Entry,
  RunBegin,
  SandboxContext,
} from '../../node-agent/host/engine/sandbox-engine.ts';
import { reportBodyAt, reports } from '../../node-agent/host/runtime/runtime-protocol.ts';
import { hostServicesOf } from '../../node-agent/host/services/host-services.ts';
import { readWebParts } from '../../node-agent/host/services/read-web-parts.ts';
import { defaultLimits } from '../../shared/execution/limits.ts';
import type { GuestError } from '../../shared/execution/outcome.ts';

const generatedFolder = new URL('../../node-agent/host/generated/', import.meta.url);

const engine = isolatedVmEngine(
  readFileSync(new URL('guest-runtime.js', generatedFolder), 'utf8'),
  defaultGuestFeatures,
  hostServicesOf(readWebParts(generatedFolder)),
);

export interface GuestAnswer {
  readonly result?: unknown;
  readonly error?: GuestError;
  readonly logs: readonly string[];
}

export type GuestGiven = Omit<RunBegin, 'limits' | 'emit'> & { readonly mode?: EntryMode };

/** Runs `source` as a script in a new context, its timers included. Lines of mode SLICE are not taken. */
export async function runInGuestWorld(
  source: string,
  given: GuestGiven = {},
): Promise<GuestAnswer> {
  const isolate = engine.createIsolate(defaultLimits.memoryBytesMax);
  try {
    return await runIn(isolate.createContext(), source, given);
  } finally {
    isolate.dispose();
  }
}

async function runIn(
  context: SandboxContext,
  source: string,
  { mode = 'THREAD', ...given }: GuestGiven,
): Promise<GuestAnswer> {
  const logs: string[] = [];
  const emit = (_level: number, text: string): void => void logs.push(text);
  const sink = mode === 'THREAD' ? emit : undefined;
  const begins: RunBegin = { ...given, limits: defaultLimits, emit: sink };
  let entry: Entry = { name: 'run-script', source, input: {}, begins };
  for (let runMs = 0; ; ) {
    const end = await context.enter(mode, entry, runMs);
    if (end.name === 'escaped') return { error: end.error, logs };
    if (end.name === 'gone') throw new Error('The isolate is gone');
    let report = end.report;
    if (report[0] === reports.pending) report = context.collect(runMs);
    const body = report.slice(reportBodyAt);
    switch (report[0]) {
      case reports.nothing:
        return { logs };
      case reports.result:
        return { result: JSON.parse(body), logs };
      case reports.waiting:
        runMs += Number(body) + 1;
        entry = { name: 'tick' };
        continue;
      case reports.stuck:
        throw new Error('The program never settles');
      default:
        return { error: JSON.parse(body) as GuestError, logs };
    }
  }
}
