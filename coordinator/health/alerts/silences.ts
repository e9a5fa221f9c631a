/** Which alerts somebody does not want to hear of, and until when. */

import type { AlertSilence, Labels, SilenceRequest } from '../../../shared/health/alert-report.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import { hasLabels } from './labels.ts';

const silencesMax = 1_000;

interface SilencesParts {
  readonly clock: Clock;
  readonly newId: () => string;
}

export class Silences {
  readonly #parts: SilencesParts;
  readonly #silences = new Map<string, AlertSilence>();

  constructor(parts: SilencesParts) {
    this.#parts = parts;
  }

  add({ durationMs, ...silence }: SilenceRequest): AlertSilence {
    // The one that would end first.
    if (this.all.length >= silencesMax)
      this.end(this.all.toSorted((a, b) => a.endsAtEpochMs - b.endsAtEpochMs)[0]?.id ?? '');
    const { clock, newId } = this.#parts;
    const added = { ...silence, id: newId(), endsAtEpochMs: clock.epochMs() + durationMs };
    this.#silences.set(added.id, added);
    return added;
  }

  /** Returns whether there was one. */
  end(id: string): boolean {
    this.#dropOld();
    return this.#silences.delete(id);
  }

  /** Those that hold now. */
  get all(): readonly AlertSilence[] {
    this.#dropOld();
    return [...this.#silences.values()];
  }

  isSilenced(labels: Labels): boolean {
    return this.all.some((silence) => hasLabels(labels, silence.labels));
  }

  #dropOld(): void {
    const nowEpochMs = this.#parts.clock.epochMs();
    for (const { id, endsAtEpochMs } of this.#silences.values())
      if (endsAtEpochMs <= nowEpochMs) this.#silences.delete(id);
  }
}
