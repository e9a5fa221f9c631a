/**
 * One alert: a rule that holds of one set of labels.
 *
 *   (none) ──beyond fireAt──▶ pending ──for forMs──▶ firing ──back past resolveAt for keepFiringMs──▶ resolved
 *                                └── not beyond it any more ──▶ (gone)
 */
import type { AlertReport, AlertState, Labels } from '../../../shared/health/alert-report.ts';
import { type AlertRule, isBeyond, summaryOf } from './alert-rule.ts';
import { fingerprintOf } from './labels.ts';
import type { Sample } from './metric-source.ts';

/** As others see it, but for what keeps it from being told. */
export type AlertView = Omit<AlertReport, 'isSilenced' | 'isInhibited'>;

export interface Moment {
  readonly nowMs: number;
  readonly epochMs: number;
}

type Phase =
  | { readonly name: 'pending'; readonly sinceMs: number }
  | { readonly name: 'firing'; readonly backSinceMs: number | undefined }
  | { readonly name: 'resolved'; readonly endedAtEpochMs: number }
  | { readonly name: 'gone' };

const stateOfPhase = {
  pending: 'PENDING',
  firing: 'FIRING',
  resolved: 'RESOLVED',
  gone: undefined,
} as const;

export class Alert {
  readonly rule: AlertRule;
  readonly labels: Labels;
  readonly fingerprint: string;
  readonly #startedAtEpochMs: number;
  #sample: Sample;
  #phase: Phase;

  /** The sample is beyond the threshold. */
  constructor(rule: AlertRule, sample: Sample, { nowMs, epochMs }: Moment) {
    this.rule = rule;
    this.labels = { ...sample.labels, alertname: rule.name, severity: rule.severity };
    this.fingerprint = fingerprintOf(this.labels);
    this.#startedAtEpochMs = epochMs;
    this.#sample = sample;
    this.#phase =
      rule.forMs === 0
        ? { name: 'firing', backSinceMs: undefined }
        : { name: 'pending', sinceMs: nowMs };
  }

  /** Undefined for one that is gone without having fired. */
  get state(): AlertState | undefined {
    return stateOfPhase[this.#phase.name];
  }

  /** It fires, and its number is back where it should be. */
  get isBack(): boolean {
    return this.#phase.name === 'firing' && this.#phase.backSinceMs !== undefined;
  }

  get view(): AlertView {
    const phase = this.#phase;
    return {
      fingerprint: this.fingerprint,
      name: this.rule.name,
      labels: this.labels,
      state: this.state ?? 'RESOLVED',
      summary: summaryOf(this.rule, this.#sample),
      value: this.#sample.value,
      startedAtEpochMs: this.#startedAtEpochMs,
      endedAtEpochMs: phase.name === 'resolved' ? phase.endedAtEpochMs : 0,
    };
  }

  /** A number that is not there any more is taken for one that is well. */
  observe(sample: Sample | undefined, { nowMs, epochMs }: Moment): void {
    if (sample) this.#sample = sample;
    const phase = this.#phase;
    const { threshold, forMs, keepFiringMs } = this.rule;
    if (phase.name === 'pending') {
      if (!sample || !isBeyond(threshold, threshold.fireAt, sample.value))
        this.#phase = { name: 'gone' };
      else if (nowMs - phase.sinceMs >= forMs)
        this.#phase = { name: 'firing', backSinceMs: undefined };
    } else if (phase.name === 'firing') {
      const isBack = !sample || !isBeyond(threshold, threshold.resolveAt, sample.value);
      const backSinceMs = isBack ? (phase.backSinceMs ?? nowMs) : undefined;
      this.#phase =
        backSinceMs !== undefined && nowMs - backSinceMs >= keepFiringMs
          ? { name: 'resolved', endedAtEpochMs: epochMs }
          : { name: 'firing', backSinceMs };
    }
  }
}
