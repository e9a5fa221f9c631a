/** The command was typed wrongly, or names a file that cannot be read. Nothing was run. */
export class UsageMistake extends Error {
  override readonly name = 'UsageMistake';
}
