/**
 * From a pool's counts to what should be made and what should end now. Pure, so that the rule
 * can be read and tested as one.
 */
import type { PoolConfig, PoolLimits } from './pool-config.ts';
import { sparesWanted } from './scaling-rule.ts';

export interface PoolCounts {
  /** Leased or being prepared for somebody. */
  readonly busy: number;
  /** Waiters that one more resource would serve. What is idle now is of no use to them. */
  readonly waiting: number;
  readonly idle: number;
  /** Of the idle, those that could be given to any key. */
  readonly idleForAnybody: number;
  readonly creating: number;
  readonly ending: number;
  /** Everything that exists, `creating` and `ending` included. */
  readonly live: number;
  /** Whether creation is held back after failures. */
  readonly isCreationPaused: boolean;
}

export interface PopulationPlan {
  readonly toCreate: number;
  /** Idle ones above the limits. */
  readonly toShed: number;
  /** Idle ones in whose place new ones can be made for those who wait. */
  readonly toEvict: number;
}

export function planPopulation(
  counts: PoolCounts,
  limits: PoolLimits,
  config: PoolConfig,
): PopulationPlan {
  const { waiting, idle, creating, ending, live } = counts;
  const lasting = live - ending;
  const spares = sparesWanted(counts.busy + waiting, config);
  const forLoad = waiting + Math.max(0, spares - counts.idleForAnybody) - creating;
  const forMinimum = limits.liveMin - lasting;
  const room = Math.max(0, limits.liveMax - live);
  const toCreate = Math.min(room, Math.max(0, forLoad, forMinimum));

  const toShed = Math.min(idle, Math.max(0, lasting - limits.liveMax));
  const unserved = waiting - creating - ending - toCreate;
  const canEvict = room === 0 && !counts.isCreationPaused;
  const toEvict = canEvict ? Math.min(idle - toShed, Math.max(0, unserved - toShed)) : 0;
  return { toCreate, toShed, toEvict };
}
