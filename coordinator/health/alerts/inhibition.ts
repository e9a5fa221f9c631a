/**
 * Which alerts others explain: nobody needs to hear that what runs on a lost node is not well.
 * As in Alertmanager, but one that is only pending explains too: whoever depends on what is about to
 * be called broken waits until that is known.
 */
import type { Labels } from '../../../shared/health/alert-report.ts';
import { hasLabels } from './labels.ts';

export interface InhibitRule {
  /** Labels of what explains. */
  readonly source: Labels;
  /** Labels of what is explained. */
  readonly target: Labels;
  /** Both have these, with the same values. */
  readonly equal: readonly string[];
}

interface Labelled {
  readonly fingerprint: string;
  readonly labels: Labels;
}

/** Whether one of `others` explains the alert. None explains itself. */
export function isInhibited(
  { fingerprint, labels }: Labelled,
  others: readonly Labelled[],
  rules: readonly InhibitRule[],
): boolean {
  return rules.some(
    ({ source, target, equal }) =>
      hasLabels(labels, target) &&
      others.some(
        (other) =>
          other.fingerprint !== fingerprint &&
          hasLabels(other.labels, source) &&
          equal.every((name) => labels[name] !== undefined && labels[name] === other.labels[name]),
      ),
  );
}
