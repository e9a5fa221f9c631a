/**
 * Files whose meaning may change while a program runs, such as certificates that are renewed. They
 * are read again now and then: notifications are missed where files are links that are exchanged,
 * as container platforms do. What cannot be used, such as a new certificate whose key is not there
 * yet, changes nothing.
 */
import type { Clock, Timer } from '../time/clock.ts';

/** Reads a text file; rejects where there is none. */
export type ReadFile = (path: string) => Promise<string>;

interface WatchedFilesParts<Value> {
  readonly paths: readonly string[];
  /** Throws where the texts, in the order of their paths, cannot be used. */
  readonly compile: (texts: readonly string[]) => Value;
  readonly readFile: ReadFile;
  readonly clock: Clock;
  readonly observer?: WatchedFilesObserver;
}

export interface WatchedFilesObserver {
  changed?(paths: readonly string[]): void;
  /** Once for each change, and what was there before stays in force. */
  unusable?(paths: readonly string[], error: unknown): void;
}

const lookEveryMs = 5_000;

export class WatchedFiles<Value> {
  readonly #parts: WatchedFilesParts<Value>;
  readonly #listeners = new Set<() => void>();
  #texts: readonly string[];
  #value: Value;
  #failure = '';
  #timer: Timer | undefined;
  #isClosed = false;

  private constructor(parts: WatchedFilesParts<Value>, texts: readonly string[]) {
    this.#parts = parts;
    this.#texts = texts;
    this.#value = parts.compile(texts);
    this.#schedule();
  }

  /** Rejects where they cannot be used to begin with. */
  static async open<Value>(parts: WatchedFilesParts<Value>): Promise<WatchedFiles<Value>> {
    return new WatchedFiles(parts, await Promise.all(parts.paths.map(parts.readFile)));
  }

  get value(): Value {
    return this.#value;
  }

  /** Calls back after each change; returns what ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    this.#timer?.cancel();
  }

  #schedule(): void {
    this.#timer = this.#parts.clock.setTimer(lookEveryMs, () => {
      void this.#look().then(() => {
        if (!this.#isClosed) this.#schedule();
      });
    });
  }

  async #look(): Promise<void> {
    const { paths, compile, readFile, observer } = this.#parts;
    try {
      const texts = await Promise.all(paths.map(readFile));
      if (texts.every((text, index) => text === this.#texts[index])) return;
      this.#value = compile(texts);
      this.#texts = texts;
      this.#failure = '';
    } catch (error) {
      if (String(error) !== this.#failure) observer?.unusable?.(paths, error);
      this.#failure = String(error);
      return;
    }
    observer?.changed?.(paths);
    for (const listener of this.#listeners) listener();
  }
}
