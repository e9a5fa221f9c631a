/**
 * One tenant on this node: its runs that wait, its hosts, and which run goes where.
 *
 * Where runs wait is in tenant-lanes.ts, how many hosts they need in host-demand.ts. A run that finds no free host goes behind another one if there is room there, while a
 * claim for one more host stands; if another host could take it before it has begun, it is taken
 * back. What a leased host goes through is drawn in leased-hosts.ts, a run in run.ts.
 */
import type { HostCall, HostCallReply } from '../../shared/execution/host-call.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { FetchCall } from '../frames/fetch-call.ts';
import type { EndedFrame, EntryMode, LogLine } from '../frames/frame.ts';
import { costlyRunId, type HostEnd } from './blame.ts';
import { harmOfRun, lostHostHarmUs } from './code-harm.ts';
import type { EgressPort } from './egress-port.ts';
import { HostClaims } from './host-claims.ts';
import {
  mustMakeWay,
  ownHostsWanted,
  roomApart,
  sharedHostsWanted,
  type TenantView,
} from './host-demand.ts';
import type { HostLease, HostPool } from './host-pool.ts';
import type { HostingObserver } from './hosting-observer.ts';
import { type JudgedRun, judgeLostRuns } from './judge-lost-runs.ts';
import { LeasedHosts } from './leased-hosts.ts';
import { chooseHost } from './placing-rule.ts';
import type { Placement, Run, StopReason } from './run.ts';
import type { RunLedger } from './run-ledger.ts';
import { type AgentWord, outcomeOfAgent, outcomeOfEnded } from './run-outcome.ts';
import { sessionHostsMax } from './session-desk.ts';
import { noteReply } from './stdin-reads.ts';
import { stuckRunOf } from './stuck-runs.ts';
import type { HostUser, SupervisedHost } from './supervised-host.ts';
import { TenantLanes } from './tenant-lanes.ts';
import { TenantSessions } from './tenant-sessions.ts';
import { watchHost } from './watch-host.ts';

export interface TenantHostsParts {
  readonly pool: HostPool;
  readonly ledger: RunLedger;
  readonly clock: Clock;
  readonly egress: EgressPort;
  readonly observer: HostingObserver;
  readonly hostsMax: number;
  readonly hostsPerTenantMax: number;
}

export class TenantHosts implements HostUser {
  readonly #tenantId: string;
  readonly #parts: TenantHostsParts;
  readonly #lanes: TenantLanes;
  readonly #hosts = new LeasedHosts(this);
  readonly #claims: HostClaims;
  readonly #claimsOfNew: HostClaims;
  readonly #view: TenantView;
  readonly #sessions: TenantSessions;

  constructor(tenantId: string, parts: TenantHostsParts) {
    this.#tenantId = tenantId;
    this.#parts = parts;
    const { pool, clock, hostsMax, hostsPerTenantMax } = parts;
    this.#lanes = new TenantLanes(clock, hostsPerTenantMax);
    this.#view = { hostsMax, hostsPerTenantMax, lanes: this.#lanes, hosts: this.#hosts, pool };
    this.#sessions = new TenantSessions({
      clock,
      begin: (run) => {
        this.#lanes.enter(run);
        this.#dispatch();
      },
      lost: (run) => this.#answer(run, 'SESSION_LOST'),
    });
    this.#claims = new HostClaims(pool, tenantId, false, (lease) => this.#granted(lease));
    this.#claimsOfNew = new HostClaims(pool, tenantId, true, (lease) => this.#grantedNew(lease));
  }

  /** Whether nothing of this tenant is here. */
  get isGone(): boolean {
    return this.#hosts.count === 0 && this.#lanes.count === 0 && this.#sessions.count === 0;
  }

  /** Its sessions, as those ask for them who are not runs. */
  get sessions(): TenantSessions {
    return this.#sessions;
  }

  submit(run: Run): void {
    if (run.execution.sessionId !== undefined) return this.#sessions.submit(run);
    this.#lanes.enter(run);
    this.#dispatch();
  }

  cancel(run: Run): void {
    const { placement } = run;
    if (placement) {
      placement.host.requestStop(placement, 'CANCELLED', 'CANCEL');
    } else if (run.lane) {
      run.lane.remove(run);
      // Not from inside its caller's own call.
      queueMicrotask(() => this.#answer(run, 'CANCELLED', 'CANCEL'));
    }
  }

  reply({ placement }: Run, reply: HostCallReply): void {
    const callId = placement?.openCalls?.get(reply.callId);
    if (!placement || callId === undefined) return;
    placement.openCalls?.delete(reply.callId);
    noteReply(placement, { ...reply, callId });
    placement.host.reply(placement, { ...reply, callId });
  }

  /** One look of the watchdog at everything of this tenant. */
  tick(nowMs: number): void {
    this.#endLateOnes(nowMs);
    const actions = { abandon: (placement: Placement) => this.#abandon(placement) };
    for (const host of this.#hosts.all()) {
      if (host.isServing) watchHost(host, nowMs, actions);
    }
    this.#hosts.renew();
    this.#recallStuck(nowMs);
    this.#sessions.tick(nowMs);
    if (mustMakeWay(this.#view)) {
      const { open } = this.#hosts;
      const host = open.find(({ hasSessions }) => !hasSessions) ?? open[0];
      if (host) this.#hosts.closeForOthers(host);
    }
    for (const host of this.#hosts.wanted) this.#sessions.giveWay(host);
    for (const host of this.#hosts.all()) this.#releaseIfEmpty(host);
    this.#dispatch();
    this.#claims.trim(sharedHostsWanted(this.#view));
    this.#claimsOfNew.trim(ownHostsWanted(this.#view));
  }

  /** The node ends. */
  close(): void {
    for (const runs of [this.#lanes, this.#sessions.waiting()])
      for (const run of runs) {
        run.lane?.remove(run);
        this.#answer(run, 'REJECTED');
      }
    this.#claims.trim(0);
    this.#claimsOfNew.trim(0);
    for (const host of this.#hosts.all()) host.fail({ cause: 'CLOSING' }, 'the node ends');
  }

  // ── what the hosts say ───────────────────────────────────────────────────────────────────

  logged({ run }: Placement, lines: readonly LogLine[]): void {
    const attempt = run.attempts;
    this.#parts.ledger.logged(
      run,
      lines.map((line) => ({ ...line, attempt })),
    );
  }

  progressed({ run }: Placement, valueJson: string): void {
    this.#parts.ledger.progressed(run, valueJson);
  }

  called(placement: Placement, call: HostCall): void {
    const { run } = placement;
    run.hadEffects = true;
    const callId = ++run.lastCallId;
    placement.openCalls ??= new Map();
    placement.openCalls.set(callId, call.callId);
    this.#parts.ledger.called(run, { ...call, callId });
  }

  fetched(placement: Placement, { callId, request }: FetchCall): void {
    const { run } = placement;
    run.fetches ??= this.#parts.egress.open(run.execution);
    const mayActOutside = run.fetches.begin(callId, request, (result) => {
      placement.openFetches?.delete(callId);
      placement.host.fetchReply(placement, { callId, result });
    });
    run.hadEffects ||= mayActOutside;
  }

  fetchAborted({ run }: Placement, callId: number): void {
    run.fetches?.abort(callId);
  }

  ended(placement: Placement, frame: EndedFrame, nowMs: number): void {
    const { run } = placement;
    const { code, execution } = run;
    if (frame.isHostSpent) code.sentence();
    else code.noteRun(frame.word, frame.cpuUs, frame.isWarm);
    code.harm.note(harmOfRun(execution.isolation === 'POOLED', frame.cpuUs));
    this.#parts.ledger.answer(run, outcomeOfEnded(placement, frame, nowMs));
    this.#sessions.ended(run, frame.isSessionLost === true);
  }

  recalled({ run, stop }: Placement): void {
    // Told to stop when it was on its way back: its host does not know it any more.
    if (stop) return this.#answer(run, stop.word, stop.why);
    this.#parts.ledger.unplaced(run);
    run.wasStuck = true;
    this.#lanes.putBack(run);
  }

  settled(host: SupervisedHost): void {
    if (this.#lanes.count > 0) this.#dispatch();
    this.#releaseIfEmpty(host);
    // Now there may be room for the next.
    if (this.#lanes.APART.count > 0) this.#claim();
  }

  failed(host: SupervisedHost, end: HostEnd, detail: string): void {
    const placements = host.takePlacements();
    const costly = placements.find(({ runId }) => runId === costlyRunId(end));
    costly?.run.code.harm.note(lostHostHarmUs);
    const judged = judgeLostRuns(placements, end, this.#nowMs());
    this.#hosts.discard(host);
    this.#parts.observer.hostLost?.(host.hostId, this.#tenantId, detail);
    // Those that begin again are put back first, the oldest in front; then the others hear.
    for (const { placement, verdict } of judged.toReversed()) {
      if (verdict.name !== 'ANSWER') this.#putBack(placement.run, verdict.name === 'RERUN_ALONE');
    }
    for (const { placement, verdict } of judged) this.#tell(placement, verdict);
    this.#sessions.hostLost(host);
    this.#dispatch();
  }

  // ── which run goes where ─────────────────────────────────────────────────────────────────

  /** Places what can be placed, and claims hosts for the rest. */
  #dispatch(): void {
    this.#placeAll();
    this.#claim();
  }

  #placeAll(): void {
    // Else a session would not begin as long as its tenant's other runs want all hosts.
    if (this.#lanes.isSessionNext) this.#placeLane('SESSION');
    this.#placeLane('SLICE');
    this.#placeLane('THREAD');
    this.#placeLane('SESSION');
  }

  #claim(): void {
    const { ALONE, APART } = this.#lanes;
    this.#claims.raise(sharedHostsWanted(this.#view));
    if (ALONE.count + APART.count === 0) return;
    this.#claimsOfNew.raise(ownHostsWanted(this.#view));
  }

  #placeLane(name: EntryMode | 'SESSION'): void {
    const lane = this.#lanes[name];
    for (let run = lane.first; run; run = lane.first) {
      const nowIn = this.#lanes.nameFor(run);
      if (nowIn !== name) {
        lane.remove(run);
        this.#lanes[nowIn].push(run);
        continue;
      }
      const host =
        name === 'SESSION'
          ? this.#findSessionHost(run)
          : this.#findHost(run, name, this.#hosts.open);
      if (!host) return;
      lane.remove(run);
      if (name === 'SESSION') this.#sessions.placeFirst(run, host);
      else host.place(run, name);
    }
  }

  #findSessionHost(run: Run): SupervisedHost | undefined {
    const { memoryBytesMax } = run.execution.limits;
    const mayHaveMore =
      this.#hosts.withSessionsCount < sessionHostsMax(this.#parts.hostsPerTenantMax);
    const allowed = this.#hosts.open.filter((host) => mayHaveMore || host.hasSessions);
    const roomy = allowed.filter((host) => host.hasRoomForSession(memoryBytesMax));
    // Of those that are opened all find a place, if their sizes do not go together a tighter one.
    const hosts = roomy.length === 0 && !mayHaveMore ? allowed : roomy;
    return this.#findHost(run, 'THREAD', hosts, mayHaveMore);
  }

  #findHost(
    run: Run,
    mode: EntryMode,
    hosts: readonly SupervisedHost[],
    mayTakeMore = true,
  ): SupervisedHost | undefined {
    const isHeldBy = (host: SupervisedHost) => host.holds(run.code);
    const hasRoomIn = (host: SupervisedHost) => host.hasRoomFor(run);
    const choice = chooseHost(mode, hosts, { isHeldBy, hasRoomIn });
    if (choice?.fit === 'FREE') return choice.host;
    const mayHaveMore = mayTakeMore && this.#hosts.count < this.#parts.hostsPerTenantMax;
    const lease = mayHaveMore ? this.#parts.pool.tryLease(this.#tenantId, isHeldBy) : undefined;
    if (lease) return this.#hosts.addShared(lease);
    return run.wasStuck ? undefined : choice?.host;
  }

  #granted(lease: HostLease): void {
    const host = this.#hosts.addShared(lease);
    this.#placeAll();
    // Claimed in vain: to claim again at once would be to be granted the same one for ever.
    if (host.isEmpty) this.#hosts.release(host);
    else this.#claim();
  }

  #grantedNew(lease: HostLease): void {
    const { ALONE, APART } = this.#lanes;
    const mayTakeApart = roomApart(this.#view) > 0;
    const lane = ALONE.first || !mayTakeApart ? ALONE : APART;
    const run = lane.first;
    if (!run) return lease.release();
    lane.remove(run);
    this.#hosts.addAlone(lease, lane === APART).place(run, 'THREAD', { isAlone: true });
  }

  #releaseIfEmpty(host: SupervisedHost): void {
    if (host.isServing && host.isEmpty) this.#hosts.release(host);
  }

  /** Takes back what waits behind another run for long while a host elsewhere stands idle. */
  #recallStuck(nowMs: number): void {
    if (this.#lanes.sharedCount > 0) return;
    const mayHaveMore = this.#hosts.count < this.#parts.hostsPerTenantMax;
    let free = mayHaveMore ? this.#parts.pool.stats().idle : 0;
    for (const host of this.#hosts.open) if (host.threads + host.slices === 0) free++;
    for (const host of this.#hosts.all()) {
      const stuck = free > 0 ? stuckRunOf(host, nowMs) : undefined;
      if (!stuck) continue;
      host.requestRecall(stuck);
      free--;
    }
  }

  // ── how runs end here ────────────────────────────────────────────────────────────────────

  #endLateOnes(nowMs: number): void {
    for (const runs of [this.#lanes, this.#sessions.waiting()])
      for (const run of runs) {
        if (run.deadlineMs > nowMs) continue;
        run.lane?.remove(run);
        this.#answer(run, 'CANCELLED', 'DEADLINE');
      }
  }

  #abandon(placement: Placement): void {
    if (placement.stop) this.#answer(placement.run, placement.stop.word, placement.stop.why);
  }

  #putBack(run: Run, isSuspect: boolean): void {
    this.#parts.ledger.unplaced(run);
    run.attempts++;
    run.isSuspect ||= isSuspect;
    this.#lanes.putBack(run);
  }

  #tell({ run, stop }: Placement, verdict: JudgedRun['verdict']): void {
    const { tenantId, program } = run.execution;
    this.#parts.observer.runJudged?.(tenantId, program.hash, verdict);
    if (verdict.name !== 'ANSWER') return;
    if (verdict.word === 'CRASHED') run.code.sentence();
    else run.code.noteRun(verdict.word, 0, false);
    this.#answer(run, verdict.word, stop?.why);
  }

  #answer(run: Run, word: AgentWord, why?: StopReason): void {
    const outcome = outcomeOfAgent(run, word, this.#nowMs(), why);
    const wasPlaced = run.placement !== undefined;
    this.#parts.ledger.answer(run, outcome);
    this.#sessions.answered(run, wasPlaced);
  }

  #nowMs(): number {
    return this.#parts.clock.nowMs();
  }
}
