/** When a number is worth an alert. */
import type { Sample } from './metric-source.ts';

export type Severity = 'critical' | 'warning' | 'info';

export interface AlertRule {
  readonly name: string;
  /** Each set of labels that this number has is watched by itself. */
  readonly metric: string;
  readonly threshold: Threshold;
  /** How long the number must be beyond the threshold. */
  readonly forMs: number;
  /** How long it must be back before the alert is over. */
  readonly keepFiringMs: number;
  readonly severity: Severity;
  /** For people; `{value}` and `{LABEL}` are filled in. */
  readonly summary: string;
}

/** Fires beyond `fireAt`, is over on the other side of `resolveAt`: what swings between fires once. */
export interface Threshold {
  readonly is: 'above' | 'below';
  readonly fireAt: number;
  readonly resolveAt: number;
}

export function isBeyond({ is }: Threshold, limit: number, value: number): boolean {
  return is === 'above' ? value > limit : value < limit;
}

export function summaryOf({ summary }: AlertRule, { labels, value }: Sample): string {
  return summary.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
    name === 'value' ? shortNumber(value) : (labels[name] ?? ''),
  );
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}
