/**
 * A program's settings and what they come to. Settings are checked one by one against their
 * table; `compile` checks how they relate and turns them into what the program works with.
 */
import type { SettingsTable, ValuesOf } from './setting.ts';

export interface Program<Table extends SettingsTable, Config> {
  /** As it is typed, such as `isopod coordinator`. */
  readonly name: string;
  readonly summary: string;
  readonly settings: Table;
  /** Called with the default in the place of a setting that is at fault by itself. */
  compile(values: ValuesOf<Table>, surroundings: Surroundings, relations: Relations<Table>): Config;
}

/** What a program asks of the machine to find a default. */
export interface Surroundings {
  readonly processors: number;
  readonly hostName: string;
  newId(): string;
  /** Throws where there is no such file. */
  readTextFile(path: string): string;
}

/** Collects what is wrong with settings as they stand together. */
export interface Relations<Table extends SettingsTable> {
  /**
   * Unless `isKept`, reports the first of `keys`, with its value and where that came from. `keys`
   * are all that the relation is between: where one is at fault by itself nothing is said.
   */
  assert(isKept: boolean, keys: readonly (keyof Table & string)[], mustBe: string): void;
}
