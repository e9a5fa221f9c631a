/**
 * One alert: a rule that holds of one set of labels.
 *
 *   (none) ──beyond fireAt──▶ pending ──for forMs──▶ firing ──back past resolveAt for keepFiringMs──▶ resolved
 *                                └── not beyond it any more ──▶ (gone)
 */
import type { AlertRule } from './alert-rule.ts';
import { isBeyond, summaryOf } from './alert-rule.ts';
import { fingerprintOf, type Labels } from './labels.ts';
import type { Sample } from './metric-source.ts';

export type AlertState = 'pending' | 'firing' | 'resolved';

/** As others see it. */
export interface AlertView {
  readonly fingerprint: string;
  readonly name: string;
  /** With `alertname` and `severity`. */
  readonly labels: Labels;
  readonly state: AlertState;
  readonly summary: string;
  readonly value: number;
  /** Since when it holds. */
  readonly startedAtEpochMs: number;
  /** 0 until it is resolved. */
  readonly endedAtEpochMs: number;
}

interface Moment {
  readonly nowMs: number;
  readonly epochMs: number;
}

type Phase =
  | { readonly name: 'pending'; readonly sinceMs: number }
  | { readonly name: 'firing'; readonly backSinceMs: number | undefined }
  | { readonly name: 'resolved'; readonly endedAtEpochMs: number }
  | { readonly name: 'gone' };

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

  /** `gone` is one that never fired. */
  get state(): AlertState | 'gone' {
    return this.#phase.name;
  }

  get view(): AlertView {
    const phase = this.#phase;
    return {
      fingerprint: this.fingerprint,
      name: this.rule.name,
      labels: this.labels,
      state: phase.name === 'gone' ? 'resolved' : phase.name,
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
