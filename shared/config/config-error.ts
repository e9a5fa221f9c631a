/** Everything that is wrong with a configuration, in one report. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** Each names where the value came from, the value, and what it must be. */
  readonly mistakes: readonly string[];

  constructor(programName: string, mistakes: readonly string[]) {
    const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
    const lines = mistakes.map((mistake) => `  ${mistake}`);
    super(
      [`Could not configure ${programName}: ${count}`, ...lines, `See ${programName} --help`].join(
        '\n',
      ),
    );
    this.mistakes = mistakes;
  }
}
