/**
 * Rates from a node's counters: heartbeats say how many runs have ended on it in all, whoever sent
 * them, and how many of those by its own fault. A second of a quiet node has few runs, so that rates
 * are a moving mean over some of them.
 */
import type { NodeLoad } from '../../../shared/wire/node-messages.ts';
import type { LoadReport } from './load-reports.ts';

/** What is this old counts for 1/e. */
const meanOverMs = 5_000;

export class LoadMeter {
  #before: { readonly load: NodeLoad; readonly atMs: number } | undefined;
  #ratePerS: number | undefined;
  #faultsPerS = 0;

  /** Undefined where `load` is the one that was read before, or the first. */
  read(load: NodeLoad, nowMs: number): LoadReport | undefined {
    const before = this.#before;
    if (load === before?.load) return undefined;
    this.#before = { load, atMs: nowMs };
    // A stream begins with counts of nothing, until the agent says what it has done before.
    if (
      !before ||
      before.load.runsEnded === 0 ||
      load.runsEnded < before.load.runsEnded ||
      nowMs <= before.atMs
    )
      return undefined;
    const elapsedMs = nowMs - before.atMs;
    const perS = 1000 / elapsedMs;
    const rateNow = (load.runsEnded - before.load.runsEnded) * perS;
    const faultsNow = Math.max(0, load.runsFaulted - before.load.runsFaulted) * perS;
    const keep = this.#ratePerS === undefined ? 0 : Math.exp(-elapsedMs / meanOverMs);
    this.#ratePerS = (this.#ratePerS ?? 0) * keep + rateNow * (1 - keep);
    this.#faultsPerS = this.#faultsPerS * keep + faultsNow * (1 - keep);
    return {
      ratePerS: this.#ratePerS,
      utilization: load.cpuPermille / 1000,
      faultsPerS: this.#faultsPerS,
    };
  }
}
