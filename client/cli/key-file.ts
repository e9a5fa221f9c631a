/** A new file for a secret, which only its owner reads. */
import { rmSync, writeFileSync } from 'node:fs';
import { UsageMistake } from './usage-mistake.ts';

export class KeyFile {
  readonly #path: string;

  /** Not over another file: that may be the only copy of what is in it. Throws UsageMistake. */
  constructor(path: string) {
    this.#path = path;
    try {
      writeFileSync(path, '', { mode: 0o600, flag: 'wx' });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new UsageMistake(`Could not write ${path}: ${why}`);
    }
  }

  /** What `make` resolves with is in the file; where it rejects there is none. */
  async keep<Made extends { readonly key: string }>(make: () => Promise<Made>): Promise<Made> {
    try {
      const made = await make();
      writeFileSync(this.#path, `${made.key}\n`);
      return made;
    } catch (error) {
      rmSync(this.#path, { force: true });
      throw error;
    }
  }
}
