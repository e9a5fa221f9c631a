/**
 * Functions: programs that are kept under a name. A version is all that decides what a call comes
 * to; it never changes, and what is deployed again is the same version.
 */
import { hash } from 'node:crypto';
import type { IsolationLevel, Program } from '../execution/execution.ts';
import type { Limits } from '../execution/limits.ts';

/** What is deployed: the program, and what a call takes that does not say otherwise. */
export interface FunctionContent {
  readonly program: Program;
  readonly limits: Limits;
  readonly isolation: IsolationLevel;
}

/** A version as it is called. */
export interface FunctionVersion extends FunctionContent {
  /** 32 hexadecimal digits. */
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly createdAtMs: number;
}

/** A version as it is described: without its text. */
export interface VersionSummary extends Pick<Program, 'kind' | 'language' | 'fileName'> {
  readonly version: string;
  readonly sourceBytes: number;
  readonly limits: Limits;
  readonly isolation: IsolationLevel;
  readonly createdAtMs: number;
}

/** A share of an alias's calls: `weight` over the sum of all of them. */
export interface FunctionRoute {
  readonly version: string;
  readonly weight: number;
}

export interface FunctionAlias {
  readonly alias: string;
  readonly routes: readonly FunctionRoute[];
}

/** A function in a list. */
export interface FunctionSummary {
  readonly name: string;
  /** Where `latest` leads: the one deployed last. */
  readonly latestVersion: string;
  readonly versionCount: number;
  /** By name, without `latest`. */
  readonly aliases: readonly FunctionAlias[];
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export const latestAlias = 'latest';

/** Half of a SHA-256: nobody finds two contents of one version by chance or by trying. */
const versionChars = 32;

export function versionOf({ program, limits, isolation }: FunctionContent): string {
  const named = Object.entries(limits).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = `${program.hash}\n${isolation}\n${JSON.stringify(named)}`;
  return hash('sha256', text).slice(0, versionChars);
}

export function isVersion(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

export const functionNameRule = 'a letter, then letters, digits, `.`, `_` or `-`, at most 64';

/** Of functions and of aliases. */
export function isFunctionName(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9._-]{0,63}$/.test(text);
}

/** One that can be set: `latest` sets itself, and what looks like a version would hide one. */
export function isSettableAlias(text: string): boolean {
  return isFunctionName(text) && text !== latestAlias && !isVersion(text);
}
