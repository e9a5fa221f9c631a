/**
 * The marks of this process's memory: which invalidations it has heard of, in order. Bounded: when
 * there are too many they are forgotten together, and all that was filled before is out of date.
 */
const marksMax = 20_000;

interface Marked {
  readonly marks: readonly string[];
  /** The table's `sequence` before its value was asked for. */
  sequence: number;
}

export class MarkTable {
  readonly #marks = new Map<string, number>();
  #sequence = 0;
  /** What was filled before this is out of date, whatever its marks. */
  #floor = 0;

  /** Take it before a value is asked for. */
  get sequence(): number {
    return this.#sequence;
  }

  raise(mark: string): void {
    this.#sequence++;
    if (this.#marks.size >= marksMax && !this.#marks.has(mark)) this.#forgetAll();
    this.#marks.set(mark, this.#sequence);
  }

  /** Something was missed: whatever was filled so far may be out of date. */
  raiseAll(): void {
    this.#sequence++;
    this.#forgetAll();
  }

  /** An entry that was found current is marked so: until the next invalidation it costs one look. */
  isCurrent(entry: Marked): boolean {
    if (entry.sequence === this.#sequence) return true;
    if (!this.covers(entry.marks, entry.sequence)) return false;
    entry.sequence = this.#sequence;
    return true;
  }

  /** Whether what was asked for at `sequence` is still current. */
  covers(marks: readonly string[], sequence: number): boolean {
    if (sequence < this.#floor) return false;
    for (const mark of marks) if ((this.#marks.get(mark) ?? 0) > sequence) return false;
    return true;
  }

  #forgetAll(): void {
    this.#marks.clear();
    this.#floor = this.#sequence;
  }
}
