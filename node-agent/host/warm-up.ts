/**
 * Does once, before the lockdown, everything that a host will do: whatever loads a file, opens a
 * descriptor or starts a thread at its first use has then been used.
 */
import { defaultLimits } from '../../shared/execution/limits.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { SandboxContext, SandboxEngine } from './engine/sandbox-engine.ts';
import { warmTypeStripping } from './programs/strip-types.ts';
import { systemProcessorTime } from './runs/processor-time.ts';

/** Our own text: touches what V8 sets up late. */
const warmUpScript = `
  console.log('%s %o', new Date(0).toISOString(), { a: [1, new Map([[1, 2n]])] });
  [new Intl.DateTimeFormat('en').format(0), (1.5).toLocaleString(), 'ä'.localeCompare('b')].length
`;
const warmUpModule = 'export default async (input) => [input].map((value) => value + 1)[0]';

export async function warmUp(engine: SandboxEngine, clock: Clock): Promise<void> {
  warmTypeStripping();
  systemProcessorTime.processUs();
  systemProcessorTime.mainThreadUs();
  await new Promise<void>((resolve) => void clock.setTimer(1, resolve));

  const isolate = engine.createIsolate(defaultLimits.memoryBytesMax);
  const begins = { limits: defaultLimits, emit: () => undefined };
  const script = isolate.createContext();
  const entry = { name: 'run-script', source: warmUpScript, inputJson: '1', begins } as const;
  expectReport(await script.enter('THREAD', entry, 0), 'r-3');
  await isolate.checkScript('1', 'warm-up.js');
  script.release();

  const module = isolate.createContext();
  await module.loadModule(warmUpModule, 'warm-up.js');
  await module.enter('THREAD', { name: 'evaluate-module', begins }, 0);
  await callDefault(module, 'THREAD');
  await callDefault(module, 'SLICE');
  isolate.heapUsedBytes();
  isolate.dispose();
}

async function callDefault(module: SandboxContext, mode: 'THREAD' | 'SLICE'): Promise<void> {
  const entry = { name: 'call-default', inputJson: '1', begins: undefined } as const;
  const begins = { limits: defaultLimits, emit: undefined };
  await module.enter(mode, { ...entry, begins }, 0);
  expectReport({ name: 'returned', report: module.collect(0) }, 'r-2');
}

function expectReport(end: Awaited<ReturnType<SandboxContext['enter']>>, report: string): void {
  if (end.name === 'returned' && end.report === report) return;
  throw new Error(`The engine could not be warmed up: ${JSON.stringify(end)}`);
}
