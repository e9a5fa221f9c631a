/**
 * Runs programs in this node's sandbox hosts: the whole of node-agent/pool put together.
 *
 *   open ──drain──▶ draining ──last run answered──▶ closed      close: from anywhere, at once
 *
 * Where to look:
 *   what comes in and goes out     run-request.ts, run-outcome.ts, run-ledger.ts (the bounds)
 *   a run, and where it waits      run.ts, run-lane.ts, tenant-lanes.ts
 *   which run goes to which host   tenant-hosts.ts, placing-rule.ts, stuck-runs.ts
 *   one host                       supervised-host.ts, host-account.ts, host-runs.ts, code-book.ts
 *   when a host is ended           watch-host.ts, watch-rule.ts, host-watch.ts
 *   who is to blame                blame.ts, dying-words.ts, judge-lost-runs.ts, code-history.ts, code-harm.ts
 *   how many hosts, and whose      host-demand.ts, host-pool.ts, leased-hosts.ts, host-claims.ts, shared/pool
 *   the process behind a host      host-port.ts, host-process.ts
 */
import type { Execution } from '../../shared/execution/execution.ts';
import type { HostCallReply } from '../../shared/execution/host-call.ts';
import type { Random } from '../../shared/random/random.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { SessionRefusal } from '../../shared/wire/node-session-codec.ts';
import { CodeHistory } from './code-history.ts';
import { type EgressPort, noEgress } from './egress-port.ts';
import { HostPool } from './host-pool.ts';
import type { HostFactory } from './host-port.ts';
import { codesRememberedMax, type HostingOptions, watchEveryMs } from './hosting-config.ts';
import type { HostingObserver } from './hosting-observer.ts';
import { Run } from './run.ts';
import { RunLedger } from './run-ledger.ts';
import {
  NodeBusy,
  type NodeLoad,
  type RunExecutor,
  type RunHandle,
  type RunObserver,
  type RunRequest,
} from './run-request.ts';
import { infoOf, mayOpen, sessionHostsMax, sessionsPerNodeMax } from './session-desk.ts';
import type { OpenTerms, SessionDesk } from './session-port.ts';
import { TenantHosts } from './tenant-hosts.ts';

export interface HostedExecutorParts {
  readonly factory: HostFactory;
  readonly clock: Clock;
  readonly random: Random;
  readonly observer?: HostingObserver;
  /** Carries out what runs fetch. @default nothing may be fetched */
  readonly egress?: EgressPort;
}

export class HostedExecutor implements RunExecutor {
  readonly #options: HostingOptions;
  readonly #clock: Clock;
  readonly #observer: HostingObserver;
  readonly #egress: EgressPort;
  readonly #ledger: RunLedger;
  readonly #history = new CodeHistory(codesRememberedMax);
  readonly #pool: HostPool;
  /** Those that have runs or hosts here. */
  readonly #tenants = new Map<string, TenantHosts>();
  #phase: 'open' | 'draining' | 'closed' = 'open';
  #watchdog: Timer | undefined;

  constructor(
    options: HostingOptions,
    { factory, clock, random, observer = {}, egress = noEgress }: HostedExecutorParts,
  ) {
    this.#egress = egress;
    this.#options = options;
    this.#clock = clock;
    this.#observer = observer;
    this.#ledger = new RunLedger(options);
    const ledger = this.#ledger;
    this.#pool = new HostPool(options, { factory, clock, random, ledger, observer });
  }

  /** Starts the first hosts. */
  open(): void {
    this.#pool.start();
  }

  start(request: RunRequest, observer: RunObserver): RunHandle {
    const { deadlineMs } = request;
    const execution = this.#inSession(request.execution);
    if (this.#phase !== 'open') throw new NodeBusy('DRAINING', `it is ${this.#phase}`);
    const { tenantId, program } = execution;
    const code = this.#history.recordOf(tenantId, program.hash);
    const nowMs = this.#clock.nowMs();
    const run = new Run(execution, observer, code, nowMs, deadlineMs ?? Number.POSITIVE_INFINITY);
    this.#ledger.admit(run);
    const tenant = this.#tenants.get(tenantId) ?? this.#enter(tenantId);
    tenant.submit(run);
    this.#wakeWatchdog();
    return new StartedRun(tenant, run);
  }

  /** Sessions of this node. */
  readonly sessions: SessionDesk = {
    open: (terms) => this.#openSession(terms),
    close: (tenantId, sessionId) => this.#tenants.get(tenantId)?.sessions.close(sessionId) ?? false,
    list: (tenantId) => {
      const sessions = this.#tenants.get(tenantId)?.sessions;
      return sessions ? infoOf(sessions, this.#clock.nowMs()) : [];
    },
  };

  /** The memory of a session's runs is the session's. */
  #inSession(execution: Execution): Execution {
    const { sessionId, tenantId, limits } = execution;
    if (sessionId === undefined) return execution;
    const terms = this.#tenants.get(tenantId)?.sessions.get(sessionId)?.terms;
    if (!terms) return execution;
    return { ...execution, limits: { ...limits, memoryBytesMax: terms.memoryBytesMax } };
  }

  #openSession(terms: OpenTerms): SessionRefusal | undefined {
    if (this.#phase !== 'open') return 'DRAINING';
    let count = 0;
    for (const { sessions } of this.#tenants.values()) count += sessions.count;
    if (count >= sessionsPerNodeMax) return 'NODE_FULL';
    const tenant = this.#tenants.get(terms.tenantId) ?? this.#enter(terms.tenantId);
    const hostsMax = sessionHostsMax(this.#options.hostsPerTenantMax);
    if (!mayOpen(tenant.sessions, terms, hostsMax)) return 'TENANT_FULL';
    tenant.sessions.open(terms);
    this.#wakeWatchdog();
    return undefined;
  }

  #wakeWatchdog(): void {
    this.#watchdog ??= this.#clock.setTimer(watchEveryMs, () => this.#tick());
  }

  load(): NodeLoad {
    const { live, leased, idle } = this.#pool.stats();
    const { executing, parked, waiting, ended, lost } = this.#ledger;
    return {
      hostsMax: this.#options.hostsMax,
      hostsLive: live,
      hostsBusy: leased,
      hostsSpare: idle,
      runsExecuting: executing,
      runsParked: parked,
      runsWaiting: waiting,
      runsWaitingMax: this.#options.runsMax,
      runsEnded: ended,
      runsLost: lost,
    };
  }

  async drain(): Promise<void> {
    if (this.#phase === 'open') this.#phase = 'draining';
    await this.#ledger.emptied();
    await this.close();
  }

  async close(): Promise<void> {
    this.#phase = 'closed';
    this.#watchdog?.cancel();
    // First no new hosts, then an answer for every run, then the end of all hosts.
    void this.#pool.drain();
    for (const tenant of this.#tenants.values()) tenant.close();
    this.#tenants.clear();
    await this.#pool.close();
  }

  #enter(tenantId: string): TenantHosts {
    const { hostsMax, hostsPerTenantMax } = this.#options;
    const tenant = new TenantHosts(tenantId, {
      pool: this.#pool,
      ledger: this.#ledger,
      clock: this.#clock,
      egress: this.#egress,
      observer: this.#observer,
      hostsMax,
      hostsPerTenantMax,
    });
    this.#tenants.set(tenantId, tenant);
    return tenant;
  }

  /** The watchdog's look at everything; it sleeps while there is nothing. */
  #tick(): void {
    const nowMs = this.#clock.nowMs();
    for (const [tenantId, tenant] of this.#tenants) {
      tenant.tick(nowMs);
      if (tenant.isGone) this.#tenants.delete(tenantId);
    }
    const isIdle = this.#tenants.size === 0;
    this.#watchdog = isIdle ? undefined : this.#clock.setTimer(watchEveryMs, () => this.#tick());
  }
}

class StartedRun implements RunHandle {
  readonly #tenant: TenantHosts;
  readonly #run: Run;

  constructor(tenant: TenantHosts, run: Run) {
    this.#tenant = tenant;
    this.#run = run;
  }

  cancel(): void {
    this.#tenant.cancel(this.#run);
  }

  reply(reply: HostCallReply): void {
    this.#tenant.reply(this.#run, reply);
  }
}
