/** Which alerts somebody does not want to hear of, and until when. */
import type { Clock } from '../../../shared/time/clock.ts';
import { hasLabels, type Labels } from './labels.ts';

export interface Silence {
  readonly id: string;
  /** Alerts that have all of these are silenced. */
  readonly labels: Labels;
  readonly endsAtEpochMs: number;
  readonly createdBy: string;
  readonly comment: string;
}

/** A silence that nobody ends ends by itself. */
export const silenceMsMax = 30 * 24 * 60 * 60 * 1000;
const silencesMax = 1_000;

interface SilencesParts {
  readonly clock: Clock;
  readonly newId: () => string;
}

export class Silences {
  readonly #parts: SilencesParts;
  readonly #silences = new Map<string, Silence>();

  constructor(parts: SilencesParts) {
    this.#parts = parts;
  }

  /** Undefined where there are too many. */
  add(silence: Omit<Silence, 'id' | 'endsAtEpochMs'>, forMs: number): Silence | undefined {
    if (this.all.length >= silencesMax) return undefined;
    const { clock, newId } = this.#parts;
    const added = { ...silence, id: newId(), endsAtEpochMs: clock.epochMs() + forMs };
    this.#silences.set(added.id, added);
    return added;
  }

  /** Returns whether there was one. */
  end(id: string): boolean {
    this.#dropOld();
    return this.#silences.delete(id);
  }

  /** Those that hold now. */
  get all(): readonly Silence[] {
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
