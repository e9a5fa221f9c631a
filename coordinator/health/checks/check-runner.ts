/**
 * One check, again and again, on its own: one that hangs delays no other, and never meets itself.
 *
 *   idle ──start──▶ waiting ──due──▶ running ──returned, threw, out of time──▶ waiting
 *                      └───────────────┴── stop ──▶ idle
 *
 * A check that is out of time has failed, whatever it still does. Until it has let go, none is begun
 * in its place: each turn that would have been its next fails after the same time.
 */
import type { CheckState } from '../../../shared/health/health-report.ts';
import type { Random } from '../../../shared/random/random.ts';
import type { Clock, Timer } from '../../../shared/time/clock.ts';
import { CheckHistory } from './check-history.ts';
import type { CompiledCheck } from './health-check.ts';

interface CheckRunnerParts {
  readonly clock: Clock;
  readonly random: Random;
  /** Its state is another now. */
  readonly changed: () => void;
}

type Phase =
  | { readonly name: 'idle' }
  | { readonly name: 'waiting'; readonly timer: Timer }
  | {
      readonly name: 'running';
      readonly startedAtMs: number;
      readonly timer: Timer;
      readonly abort: AbortController;
    };

const failureCharsMax = 500;

export class CheckRunner {
  readonly check: CompiledCheck;
  readonly history = new CheckHistory();
  readonly #parts: CheckRunnerParts;
  #phase: Phase = { name: 'idle' };
  #state: CheckState = 'UNKNOWN';
  #sinceEpochMs: number;
  /** Results in a row that were alike. */
  #successes = 0;
  #failures = 0;
  /** What was begun and has not come back. */
  #underWay: Promise<void> | undefined;
  #isWantedAgain = false;

  constructor(check: CompiledCheck, parts: CheckRunnerParts) {
    this.check = check;
    this.#parts = parts;
    this.#sinceEpochMs = parts.clock.epochMs();
  }

  get state(): CheckState {
    return this.#state;
  }

  /** Since when its state is what it is, in milliseconds since 1970. */
  get sinceEpochMs(): number {
    return this.#sinceEpochMs;
  }

  get failuresInARow(): number {
    return this.#failures;
  }

  /** Runs it at once, or once more when it is running. Idempotent where it is idle. */
  checkNow(): void {
    if (this.#phase.name === 'running') this.#isWantedAgain = true;
    else {
      this.stop();
      this.#run();
    }
  }

  stop(): void {
    if (this.#phase.name !== 'idle') this.#phase.timer.cancel();
    if (this.#phase.name === 'running') this.#phase.abort.abort();
    this.#phase = { name: 'idle' };
  }

  #run(): void {
    const { clock } = this.#parts;
    const { timeoutMs } = this.check;
    const startedAtMs = clock.nowMs();
    const abort = new AbortController();
    const stuck = this.#underWay;
    const timer = clock.setTimer(timeoutMs, () => {
      abort.abort();
      const why = stuck ? 'the one before it still hangs' : `no answer in ${timeoutMs} ms`;
      this.#settle(running, why);
    });
    const running: Phase = { name: 'running', startedAtMs, timer, abort };
    this.#phase = running;
    if (stuck) return;
    try {
      const underWay = this.check.run(abort.signal);
      if (underWay) this.#follow(underWay, running);
      else this.#settle(running, '');
    } catch (thrown) {
      this.#settle(running, reasonOf(thrown));
    }
  }

  #follow(underWay: Promise<void>, running: Phase): void {
    this.#underWay = underWay.then(
      () => this.#cameBack(running, ''),
      (thrown: unknown) => this.#cameBack(running, reasonOf(thrown)),
    );
  }

  #cameBack(running: Phase, failure: string): void {
    this.#underWay = undefined;
    this.#settle(running, failure);
  }

  /** The first end of a run counts; `failure` is empty where all was well. */
  #settle(running: Phase, failure: string): void {
    if (this.#phase !== running || running.name !== 'running') return;
    running.timer.cancel();
    const { clock } = this.#parts;
    const latencyMs = clock.nowMs() - running.startedAtMs;
    this.history.add({ startedAtEpochMs: clock.epochMs() - latencyMs, latencyMs, failure });
    this.#wait(running.startedAtMs);
    this.#count(failure === '');
  }

  #wait(startedAtMs: number): void {
    const { clock, random } = this.#parts;
    const { intervalMs, jitterRatio } = this.check;
    const dueMs = startedAtMs + intervalMs * (1 + jitterRatio * random.next());
    const delayMs = this.#isWantedAgain ? 0 : Math.max(0, dueMs - clock.nowMs());
    this.#isWantedAgain = false;
    this.#phase = { name: 'waiting', timer: clock.setTimer(delayMs, () => this.#run()) };
  }

  #count(isWell: boolean): void {
    this.#successes = isWell ? this.#successes + 1 : 0;
    this.#failures = isWell ? 0 : this.#failures + 1;
    const { successThreshold, failureThreshold } = this.check;
    if (this.#successes >= successThreshold) this.#enter('HEALTHY');
    else if (this.#failures >= failureThreshold) this.#enter('UNHEALTHY');
  }

  #enter(state: CheckState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#sinceEpochMs = this.#parts.clock.epochMs();
    this.#parts.changed();
  }
}

function reasonOf(thrown: unknown): string {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return (reason || 'it failed without a reason').slice(0, failureCharsMax);
}
