/**
 * The runs that were accepted and not answered: how many, how heavy, whose. It admits within the
 * bounds, and it is the one place from which a run is answered, so that happens once.
 */
import type { HostCall } from '../../shared/execution/host-call.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import { type HostingOptions, tenantShareMax } from './hosting-config.ts';
import { endedPhase, type Placement, type Run, waitingPhase } from './run.ts';
import { NodeBusy } from './run-request.ts';

interface Share {
  runs: number;
  bytes: number;
}

export class RunLedger {
  readonly #runsMax: number;
  readonly #bytesMax: number;
  readonly #shares = new Map<string, Share>();
  readonly #total: Share = { runs: 0, bytes: 0 };
  #placed = 0;
  #parked = 0;
  #ended = 0;
  #lost = 0;
  #emptied: PromiseWithResolvers<void> | undefined;

  constructor({ runsMax, runsBytesMax }: Pick<HostingOptions, 'runsMax' | 'runsBytesMax'>) {
    this.#runsMax = runsMax;
    this.#bytesMax = runsBytesMax;
  }

  get accepted(): number {
    return this.#total.runs;
  }

  get waiting(): number {
    return this.#total.runs - this.#placed;
  }

  get executing(): number {
    return this.#placed - this.#parked;
  }

  get parked(): number {
    return this.#parked;
  }

  /** Answered in all. */
  get ended(): number {
    return this.#ended;
  }

  /** Of these, those that were lost by no fault of their own. */
  get lost(): number {
    return this.#lost;
  }

  /** Takes a run in, or throws NodeBusy. */
  admit(run: Run): void {
    const { tenantId } = run.execution;
    const share = this.#shares.get(tenantId) ?? { runs: 0, bytes: 0 };
    this.#refuseBeyondBounds(share, run.bytes);
    if (share.runs === 0) this.#shares.set(tenantId, share);
    add(share, 1, run.bytes);
    add(this.#total, 1, run.bytes);
  }

  placed(run: Run, placement: Placement): void {
    run.phase = { name: 'placed', placement };
    this.#placed++;
  }

  /** It is in no host any more; whether it waits or is answered is the caller's to say next. */
  unplaced(run: Run): void {
    if (run.phase.name !== 'placed') return;
    if (run.phase.placement.isParked) this.#parked--;
    // Nobody is there to be told what comes of them.
    run.fetches?.abortAll();
    run.phase = waitingPhase;
    this.#placed--;
  }

  /** Of a run that is placed. */
  parkedChanged(isParked: boolean): void {
    this.#parked += isParked ? 1 : -1;
  }

  logged(run: Run, lines: readonly LogEntry[]): void {
    if (run.phase.name !== 'ended') run.observer.logs(lines);
  }

  progressed(run: Run, valueJson: string): void {
    if (run.phase.name !== 'ended') run.observer.progress?.(valueJson);
  }

  called(run: Run, call: HostCall): void {
    if (run.phase.name !== 'ended') run.observer.called?.(call);
  }

  /** Tells the caller, once; what comes after that is dropped. */
  answer(run: Run, outcome: Outcome): void {
    if (run.phase.name === 'ended') return;
    this.unplaced(run);
    run.phase = endedPhase;
    this.#ended++;
    if (outcome.word === 'NODE_LOST') this.#lost++;
    const { tenantId } = run.execution;
    const share = this.#shares.get(tenantId);
    if (share) add(share, -1, -run.bytes);
    if (share?.runs === 0) this.#shares.delete(tenantId);
    add(this.#total, -1, -run.bytes);
    run.observer.ended(outcome);
    if (this.#total.runs === 0) this.#emptied?.resolve();
  }

  /** Resolves when nobody waits for an answer any more; for one that takes nothing new. */
  emptied(): Promise<void> {
    if (this.#total.runs === 0) return Promise.resolve();
    this.#emptied ??= Promise.withResolvers<void>();
    return this.#emptied.promise;
  }

  #refuseBeyondBounds(share: Share, bytes: number): void {
    const { runs, bytes: bytesHeld } = this.#total;
    if (runs >= this.#runsMax) throw new NodeBusy('QUEUE_FULL', `it has ${runs}`);
    if (bytesHeld + bytes > this.#bytesMax) {
      throw new NodeBusy('BYTES_FULL', `it holds ${bytesHeld} bytes for ${runs}`);
    }
    if (share.runs === 0) return;
    const isAboveItsShare =
      share.runs >= this.#runsMax * tenantShareMax ||
      share.bytes + bytes > this.#bytesMax * tenantShareMax;
    if (isAboveItsShare) {
      throw new NodeBusy('TENANT_QUEUE_FULL', `${share.runs} of ${runs} are this tenant's`);
    }
  }
}

function add(share: Share, runs: number, bytes: number): void {
  share.runs += runs;
  share.bytes += bytes;
}
