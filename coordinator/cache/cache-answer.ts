/** What a cache is asked with, and what it answers. */
import type { TierName } from './tier-name.ts';

export interface CacheAnswer<Value> {
  /** Undefined where what is known is that there is nothing. */
  readonly value: Value | undefined;
  /** SHARED: it was made for somebody else who asked at the same time. */
  readonly source: TierName | 'FACTORY' | 'SHARED';
  /** Past its time, and served since there was nothing better. */
  readonly isStale: boolean;
}

export interface FactoryContext {
  /** What it gives is answered, and not kept. */
  doNotKeep(): void;
}

/** Gives undefined where there is nothing, which is kept too. */
export type Factory<Value> = (context: FactoryContext) => Promise<Value | undefined>;
