/**
 * A tenant next door that does honest work fifty times a second, whatever the others do. It does
 * not wait for one answer before it asks the next, so that being slow to answer does not make it
 * ask less; and it counts from when it was to ask.
 */
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';

const everyMs = 20;
const source = 'let sum = 0; for (let i = 0; i < 1e4; i++) sum += i; sum';
const resultJson = '49995000';

export class SteadyNeighbour {
  readonly #client: IsopodClient;
  readonly #clock: Clock;
  readonly #latenciesMs: number[] = [];
  readonly #failures: string[] = [];
  readonly #open = new Set<Promise<void>>();
  #beganMs = 0;
  #endedMs: number | undefined;
  #dueMs = 0;
  #timer: Timer | undefined;

  constructor(client: IsopodClient, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
  }

  get asked(): number {
    return this.#latenciesMs.length + this.#failures.length;
  }

  /** Over the time from its beginning to its end. */
  get askedPerS(): number {
    const tookMs = (this.#endedMs ?? this.#clock.nowMs()) - this.#beganMs;
    return (1000 * (this.asked + this.#open.size)) / tookMs;
  }

  /** What it was answered that was not the right result. */
  get failures(): readonly string[] {
    return this.#failures;
  }

  begin(): void {
    this.#beganMs = this.#clock.nowMs();
    this.#dueMs = this.#beganMs;
    this.#askOn();
  }

  /** Resolves when its last question is answered. */
  async end(): Promise<void> {
    this.#timer?.cancel();
    this.#endedMs ??= this.#clock.nowMs();
    await Promise.all(this.#open);
  }

  /** Of every right answer so far; `quantile` from 0 to 1. */
  latencyMs(quantile: number): number {
    const sorted = this.#latenciesMs.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
  }

  #askOn(): void {
    const asked = this.#ask(this.#dueMs).finally(() => this.#open.delete(asked));
    this.#open.add(asked);
    this.#dueMs += everyMs;
    const delayMs = Math.max(0, this.#dueMs - this.#clock.nowMs());
    this.#timer = this.#clock.setTimer(delayMs, () => this.#askOn());
  }

  async #ask(dueMs: number): Promise<void> {
    try {
      const { outcome } = await this.#client.execute({ source });
      if (outcome.word === 'SUCCEEDED' && outcome.resultJson === resultJson) {
        this.#latenciesMs.push(this.#clock.nowMs() - dueMs);
      } else {
        this.#failures.push(JSON.stringify(outcome));
      }
    } catch (error) {
      this.#failures.push(String(error));
    }
  }
}
