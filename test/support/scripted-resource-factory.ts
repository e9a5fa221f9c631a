/** A factory of numbered things that takes as long, and fails as often, as a test says. */
import type { DestroyReason, ResourceFactory } from '../../shared/pool/resource-factory.ts';
import type { Clock } from '../../shared/time/clock.ts';

export interface Thing {
  readonly number: number;
}

export class ScriptedFactory implements ResourceFactory<Thing> {
  createMs = 0;
  destroyMs = 0;
  createFails = false;
  created = 0;
  live = 0;
  liveMost = 0;
  readonly attemptsAtMs: number[] = [];
  readonly destroyed: { number: number; reason: DestroyReason }[] = [];
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async create(_signal: AbortSignal): Promise<Thing> {
    this.attemptsAtMs.push(this.#clock.nowMs());
    this.live++;
    this.liveMost = Math.max(this.liveMost, this.live);
    await pause(this.#clock, this.createMs);
    if (this.createFails) {
      this.live--;
      throw new Error('cannot be made');
    }
    return { number: ++this.created };
  }

  async destroy(thing: Thing, reason: DestroyReason): Promise<void> {
    this.destroyed.push({ number: thing.number, reason });
    await pause(this.#clock, this.destroyMs);
    this.live--;
  }
}

/** One whose things can be handed from key to key, after 1 ms. */
export class RekeyingFactory extends ScriptedFactory {
  readonly rekeyed: string[] = [];
  rekeyFails = false;
  readonly #rekeyClock: Clock;

  constructor(clock: Clock) {
    super(clock);
    this.#rekeyClock = clock;
  }

  async rekey(thing: Thing, fromKey: string, toKey: string): Promise<boolean> {
    await pause(this.#rekeyClock, 1);
    this.rekeyed.push(`${thing.number}: ${fromKey} to ${toKey}`);
    return !this.rekeyFails;
  }
}

export async function pause(clock: Clock, forMs: number): Promise<void> {
  if (forMs > 0) await new Promise<void>((resolve) => clock.setTimer(forMs, resolve));
}
