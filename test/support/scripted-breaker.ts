/** A breaker on a virtual clock, with calls of no time, and what it said of itself. */
import { type BreakerOptions, breakerConfig } from '../../coordinator/resilience/breaker-config.ts';
import type { CallVerdict } from '../../coordinator/resilience/call-verdict.ts';
import { CircuitBreaker, noPermit } from '../../coordinator/resilience/circuit-breaker.ts';
import type { Random } from '../../shared/random/random.ts';
import { VirtualClock } from '../../shared/time/virtual-clock.ts';

/** Waits are what they are said to be. */
const noJitter: Random = { next: () => 0.5 };

export class ScriptedBreaker {
  readonly clock: VirtualClock;
  readonly breaker: CircuitBreaker;
  readonly moves: string[] = [];

  constructor(options: BreakerOptions = {}, random: Random = noJitter, clock = new VirtualClock()) {
    this.clock = clock;
    this.breaker = new CircuitBreaker('target', breakerConfig(options), {
      clock,
      random,
      observer: {
        changed: ({ state }, from, cause) => this.moves.push(`${from} to ${state}: ${cause}`),
      },
    });
  }

  /** Tries so many calls and ends each at once. Returns how many were let through. */
  calls(count: number, verdict: CallVerdict, durationMs = 1): number {
    let passed = 0;
    for (let call = 0; call < count; call++) {
      const permit = this.breaker.tryAcquire();
      if (permit === noPermit) continue;
      passed++;
      this.breaker.settle(permit, verdict, durationMs);
    }
    return passed;
  }

  /** Opened by faults. */
  open(): void {
    this.calls(20, 'fault');
  }

  /** Opened, and waited until trials are due. */
  async halfOpen(): Promise<void> {
    this.open();
    await this.clock.advance(5_000);
  }
}
