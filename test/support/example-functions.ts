/** Functions like any other, and a registry that keeps them in memory. */
import { FunctionRegistry } from '../../coordinator/functions/function-registry.ts';
import type { FunctionStore } from '../../coordinator/functions/function-store.ts';
import { MemoryFunctionStore } from '../../coordinator/functions/memory-function-store.ts';
import { defaultLimits } from '../../shared/execution/limits.ts';
import {
  type FunctionContent,
  type FunctionVersion,
  versionOf,
} from '../../shared/functions/deployed-function.ts';
import { evenRandom } from '../../shared/random/even-random.ts';
import { seededRandom } from '../../shared/random/random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { VirtualClock } from '../../shared/time/virtual-clock.ts';
import { exampleExecution } from './example-execution.ts';

export function exampleContent(
  source: string,
  given: Partial<FunctionContent> = {},
): FunctionContent {
  const { program } = exampleExecution({ source });
  return { program, limits: defaultLimits, isolation: 'POOLED', ...given };
}

export function exampleVersion(
  source: string,
  given: Partial<FunctionContent> = {},
): FunctionVersion {
  const content = exampleContent(source, given);
  return { ...content, version: versionOf(content), createdAtMs: 1_000 };
}

export function exampleRegistry(
  clock: Clock = new VirtualClock(),
  store: FunctionStore = new MemoryFunctionStore(),
): FunctionRegistry {
  return new FunctionRegistry({ store, clock, random: evenRandom(seededRandom(1)) });
}
