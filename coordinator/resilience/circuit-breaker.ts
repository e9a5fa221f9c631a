/**
 * Keeps calls away from a target that fails, so that they fail at once or go elsewhere, and lets
 * it recover (Nygard, Release It!, 2007; the windows and rates are resilience4j's).
 *
 *                     ┌──────────── a step's rate is bad ─────────────┐
 *                     ▼                                               │
 *   CLOSED ──rate──▶ OPEN ──wait──▶ HALF_OPEN ──trials good──▶ CLOSED at 10, 25, 50 %
 *     ▲               ▲                 │                             │
 *     │               └── trials bad ───┘                             │
 *     └──────────────── every step's rate good ───────────────────────┘
 *
 *   any ──force──▶ FORCED_OPEN, DISABLED ──reset──▶ CLOSED
 *
 * A call counts in the phase that let it through: what was begun before the target failed says
 * nothing about whether it has recovered. Therefore a permit names its phase. It is a number, and
 * phases that calls pass through change in place: neither admission nor recording allocates.
 *
 * Time alone moves it from OPEN to HALF_OPEN, and makes a trial a hanging one; that is seen when
 * somebody asks, so that no timer is needed. Time is monotonic: the date may jump as it likes.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Random } from '../../shared/random/random.ts';
import type {
  BreakerCause,
  BreakerDescription,
  BreakerState,
  ForcedState,
} from '../../shared/resilience/breaker-description.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { type BreakerConfig, trialsCeiling } from './breaker-config.ts';
import { type CallVerdict, verdictOnError } from './call-verdict.ts';
import { Restoration } from './restoration.ts';
import { Trials } from './trials.ts';
import { TripRule } from './trip-rule.ts';

interface Counted {
  readonly calls: number;
  readonly faults: number;
  readonly slow: number;
}

type Phase =
  | { readonly name: 'CLOSED'; readonly restoration: Restoration }
  | { readonly name: 'OPEN'; readonly untilMs: number }
  | { readonly name: 'HALF_OPEN'; readonly trials: Trials }
  | { readonly name: ForcedState };

/** Lets one call through; to be settled when the call has ended. */
export type Permit = number;
/** The call is not let through. */
export const noPermit: Permit = 0;

/** Hears of a breaker; logs, alerts and metrics implement it. */
export interface BreakerObserver {
  changed?(breaker: CircuitBreaker, from: BreakerState, cause: BreakerCause): void;
}

export interface BreakerParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly observer?: BreakerObserver;
}

/** A wait is up to a fifth shorter or longer, so that not all targets are tried at once. */
const jitterRatio = 0.2;

export class CircuitBreaker {
  readonly name: string;
  readonly #config: BreakerConfig;
  readonly #parts: BreakerParts;
  readonly #rule: TripRule;
  #phase: Phase = { name: 'CLOSED', restoration: Restoration.complete() };
  #cause: BreakerCause = 'NEW';
  #phaseNumber = 1;
  /** Of those in a row, without having been whole between. */
  #openingsInRow = 0;
  #openings = 0;
  #rejections = 0;

  constructor(name: string, config: BreakerConfig, parts: BreakerParts) {
    this.name = name;
    this.#config = config;
    this.#parts = parts;
    this.#rule = new TripRule(config, parts.clock);
  }

  get state(): BreakerState {
    return this.#now().name;
  }

  /** It gets all the traffic there is, as far as it is concerned. */
  get isWhole(): boolean {
    const phase = this.#phase;
    return phase.name === 'CLOSED' ? phase.restoration.isComplete : phase.name === 'DISABLED';
  }

  /** It has seen faults of late, or was told what to do. */
  get hasFaults(): boolean {
    this.#rule.advance();
    return this.#phase.name !== 'CLOSED' || this.#rule.faults > 0;
  }

  /** Until it may let something through; 0 where it is not open. */
  get retryAfterMs(): number {
    const phase = this.#now();
    if (phase.name === 'OPEN') return Math.max(0, phase.untilMs - this.#parts.clock.nowMs());
    return phase.name === 'FORCED_OPEN' ? this.#config.openMsMax : 0;
  }

  /** Whether `acquire` would let a call through now. Counts as nothing. */
  admits(): boolean {
    const phase = this.#now();
    switch (phase.name) {
      case 'CLOSED':
        return phase.restoration.isComplete || phase.restoration.admits(this.#parts.clock.nowMs());
      case 'HALF_OPEN':
        return !phase.trials.isExhausted;
      default:
        return phase.name === 'DISABLED';
    }
  }

  /** So many more calls, or a part of one, would come were it whole: a step's share is of those. */
  offer(calls: number): void {
    const phase = this.#phase;
    if (phase.name === 'CLOSED' && !phase.restoration.isComplete) phase.restoration.offer(calls);
  }

  /** A permit, or `noPermit`. A trial that has not been settled after `callMsMax` hangs. */
  acquire(callMsMax = this.#config.trialMsMax): Permit {
    if (!this.admits()) {
      this.#rejections++;
      return noPermit;
    }
    const phase = this.#phase;
    let slot = 0;
    if (phase.name === 'CLOSED' && !phase.restoration.isComplete)
      phase.restoration.take(this.#parts.clock.nowMs());
    if (phase.name === 'HALF_OPEN')
      slot = phase.trials.begin(this.#parts.clock.nowMs() + callMsMax);
    return this.#phaseNumber * trialsCeiling + slot;
  }

  /** For a target whose every call comes by here: offered and acquired. */
  tryAcquire(): Permit {
    this.offer(1);
    return this.acquire();
  }

  /** How a call has ended, and how long it took. Once for each permit. */
  settle(permit: Permit, verdict: CallVerdict, durationMs: number): void {
    const phase = this.#now();
    if (Math.floor(permit / trialsCeiling) !== this.#phaseNumber) return;
    if (phase.name === 'CLOSED') this.#settleClosed(phase.restoration, verdict, durationMs);
    else if (phase.name === 'HALF_OPEN')
      this.#settleTrial(phase.trials, permit % trialsCeiling, verdict, durationMs);
  }

  /** Makes the call, or throws CIRCUIT_OPEN. To be put around retries, not inside them. */
  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    const { clock } = this.#parts;
    const permit = this.tryAcquire();
    if (permit === noPermit) throw this.rejection();
    const beganAtMs = clock.nowMs();
    try {
      const result = await call();
      this.settle(permit, 'good', clock.nowMs() - beganAtMs);
      return result;
    } catch (thrown) {
      this.settle(permit, verdictOnError(thrown), clock.nowMs() - beganAtMs);
      throw thrown;
    }
  }

  /** What a caller is told who got no permit. */
  rejection(): IsopodError {
    const message = `Could not call ${this.name}: its circuit breaker is ${this.state}`;
    return new IsopodError('CIRCUIT_OPEN', message, { retryAfterMs: this.retryAfterMs });
  }

  /** Its target is surely broken, whatever its rate. */
  trip(): void {
    const { name } = this.#now();
    if (name === 'CLOSED' || name === 'HALF_OPEN') this.#open('CERTAIN');
  }

  /** Until it is reset. */
  force(state: ForcedState): void {
    this.#enter({ name: state }, 'FORCED');
  }

  /** As if it were new. */
  reset(): void {
    this.#openingsInRow = 0;
    this.#enter({ name: 'CLOSED', restoration: Restoration.complete() }, 'RESET');
  }

  snapshot(): BreakerDescription {
    const { name } = this.#now();
    this.#rule.advance();
    const { calls, faults, slow } = this.#counted();
    return {
      name: this.name,
      state: name,
      cause: this.#cause,
      percentAdmitted: this.#percentAdmitted(),
      calls,
      faults,
      slow,
      rejections: this.#rejections,
      openings: this.#openings,
      retryAfterMs: this.retryAfterMs,
    };
  }

  /** What its next move depends on. */
  #counted(): Counted {
    const phase = this.#phase;
    if (phase.name === 'HALF_OPEN') return phase.trials;
    const isRestoring = phase.name === 'CLOSED' && !phase.restoration.isComplete;
    return isRestoring ? phase.restoration : this.#rule;
  }

  #percentAdmitted(): number {
    const phase = this.#phase;
    if (phase.name === 'CLOSED') return phase.restoration.percent;
    return phase.name === 'DISABLED' ? 100 : 0;
  }

  #settleClosed(restoration: Restoration, verdict: CallVerdict, durationMs: number): void {
    if (verdict === 'uncounted') return;
    if (!restoration.isComplete) return this.#settleRestoring(restoration, verdict, durationMs);
    this.#rule.record(verdict === 'fault', durationMs);
    const reason = this.#rule.broken();
    if (reason) this.#open(reason);
  }

  /** A step counts by itself, whatever the window, so that one of little traffic ends, too. */
  #settleRestoring(restoration: Restoration, verdict: CallVerdict, durationMs: number): void {
    const nowMs = this.#parts.clock.nowMs();
    const { stepCallsMin, stepMsMin } = this.#config;
    restoration.record(verdict === 'fault', this.#rule.isSlow(durationMs));
    const { calls, faults, slow } = restoration;
    const reason = this.#rule.brokenBy(faults, slow, Math.max(calls, stepCallsMin));
    if (reason) return this.#open(reason);
    if (calls < stepCallsMin || restoration.stepMs(nowMs) < stepMsMin) return;
    restoration.advance(nowMs);
    if (!restoration.isComplete) return;
    this.#openingsInRow = 0;
    this.#tell('CLOSED', 'RECOVERED');
  }

  #settleTrial(trials: Trials, slot: number, verdict: CallVerdict, durationMs: number): void {
    if (verdict === 'uncounted') return trials.giveBack(slot);
    trials.end(slot, verdict === 'fault', this.#rule.isSlow(durationMs));
    this.#judge(trials);
  }

  /** Opens as soon as that is certain, closes when all have ended. */
  #judge(trials: Trials): void {
    if (this.#rule.brokenBy(trials.faults, trials.slow, trials.count)) this.#open('TRIALS');
    else if (trials.isDone)
      this.#enter(
        { name: 'CLOSED', restoration: new Restoration(this.#parts.clock.nowMs()) },
        'TRIALS',
      );
  }

  #open(cause: BreakerCause): void {
    const { openMsMin, openMsMax } = this.#config;
    const { clock, random } = this.#parts;
    const waitMs = Math.min(openMsMax, openMsMin * 2 ** this.#openingsInRow);
    const jitter = 1 + jitterRatio * (2 * random.next() - 1);
    this.#openingsInRow++;
    this.#openings++;
    this.#enter({ name: 'OPEN', untilMs: clock.nowMs() + waitMs * jitter }, cause);
  }

  /** The phase, after what time alone has brought about. */
  #now(): Phase {
    if (this.#phase.name === 'OPEN' && this.#parts.clock.nowMs() >= this.#phase.untilMs)
      this.#enter({ name: 'HALF_OPEN', trials: new Trials(this.#config.trialsMax) }, 'WAITED');
    if (this.#phase.name === 'HALF_OPEN' && this.#phase.trials.running > 0) {
      this.#phase.trials.expire(this.#parts.clock.nowMs());
      this.#judge(this.#phase.trials);
    }
    return this.#phase;
  }

  #enter(phase: Phase, cause: BreakerCause): void {
    const from = this.#phase.name;
    this.#phase = phase;
    this.#phaseNumber++;
    this.#rule.clear();
    this.#tell(from, cause);
  }

  #tell(from: BreakerState, cause: BreakerCause): void {
    this.#cause = cause;
    this.#parts.observer?.changed?.(this, from, cause);
  }
}
