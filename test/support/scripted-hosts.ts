/**
 * Sandbox hosts that are no processes: each does with a run what its source says, by a virtual
 * clock, and behaves towards its agent as a host does. What it is asked to run:
 *
 *   ok MS [US]      computes MS ms, then succeeds (having used US µs of CPU, MS by default)
 *   warm US [MB]    succeeds at once in a warm isolate, having used US µs, with a heap of MB
 *   park MS         waits MS ms for a timer, then succeeds
 *   again MS        waits a moment, computes for 60 ms, waits MS ms, then succeeds
 *   call N          calls `tool` N times at once and parks, then succeeds with what it was told
 *   loop            computes until it is cancelled
 *   wedge           computes, and does not obey
 *   log N           writes N lines, then succeeds
 *   crash · eat     the process dies of it: for no known reason · of its memory
 *   mute            computes with nothing announced
 *   spend           ends, and its host can be used for nothing more
 *   lie             says something that cannot be true
 */

import type { Announcement } from '../../node-agent/frames/announcement.ts';
import type {
  EndedFrame,
  FrameFromHost,
  FrameToHost,
  RunFrame,
} from '../../node-agent/frames/frame.ts';
import { hostBounds } from '../../node-agent/frames/host-bounds.ts';
import type {
  HostExit,
  HostFactory,
  HostListener,
  HostPort,
} from '../../node-agent/pool/host-port.ts';
import type { HostCallReply } from '../../shared/execution/host-call.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';

export class ScriptedHosts implements HostFactory {
  readonly hosts: ScriptedHost[] = [];
  readyMs = 20;
  killMs = 5;
  /** Hosts started from now on die before they are ready. */
  neverReady = false;
  /** Code that was short is so no more: SLICE runs do not come back, and nothing is heard. */
  slicesHang = false;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get live(): ScriptedHost[] {
    return this.hosts.filter((host) => !host.isDead);
  }

  /** The live host that has a run of this source. */
  withRun(source: string): ScriptedHost {
    const host = this.live.find((it) => it.sources.includes(source));
    if (!host) throw new Error(`no live host has a run of: ${source}`);
    return host;
  }

  start(listener: HostListener): HostPort {
    const host = new ScriptedHost(this.hosts.length + 1, this, this.#clock, listener);
    this.hosts.push(host);
    this.#clock.setTimer(this.readyMs, () => {
      if (this.neverReady) host.die({ killedBy: 'NEVER_READY' });
      else host.say({ name: 'ready', v8Version: '14', layers: [] });
    });
    return host;
  }
}

export class ScriptedHost implements HostPort {
  readonly hostId: number;
  readonly sent: FrameToHost[] = [];
  readonly ceilings: number[] = [];
  isDead = false;
  wasKilled = false;
  ignoresReset = false;
  /** Computes, whether it has runs or not. */
  neverRests = false;
  bytesResident = 50 * 2 ** 20;
  /** The tenants' runs since the last reset, to be compared. */
  inputsSinceReset: string[] = [];
  readonly #clock: Clock;
  readonly #listener: HostListener;
  readonly #all: ScriptedHosts;
  readonly #sources = new Map<number, string>();
  #queue: RunFrame[] = [];
  readonly #parked = new Map<number, Timer>();
  readonly #calling = new Map<number, { left: number; readonly results: string[] }>();
  #executing:
    | { run: RunFrame; enteredAtMs: number; timer: Timer | undefined; muted: boolean }
    | undefined;
  #cpuUs = 90_000;

  constructor(hostId: number, all: ScriptedHosts, clock: Clock, listener: HostListener) {
    this.hostId = hostId;
    this.#clock = clock;
    this.#listener = listener;
    this.#all = all;
  }

  /** Of the runs it has. */
  get sources(): string[] {
    const runs = [...this.#queue, ...(this.#executing ? [this.#executing.run] : [])];
    return runs.map((run) => this.#sources.get(run.codeId) ?? '');
  }

  get runsSent(): RunFrame[] {
    return this.sent.filter((frame) => frame.name === 'run');
  }

  send(frame: FrameToHost): void {
    if (this.isDead || this.wasKilled) return;
    this.sent.push(frame);
    this.#clock.setTimer(0, () => this.#obey(frame));
  }

  announcement(): Announcement | undefined {
    const executing = this.#executing?.muted ? undefined : this.#executing;
    return {
      runId: executing?.run.runId ?? 0,
      enteredAtMs: executing?.enteredAtMs ?? 0,
      cpuUsBefore: 0,
      processCpuUsAtEntry: executing ? this.#cpuUs : 0,
      pulseAtMs: this.#clock.nowMs(),
    };
  }

  cpuUs(): number | undefined {
    if (this.isDead) return undefined;
    if (this.neverRests) return this.#clock.nowMs() * 1000;
    const sinceMs = this.#executing ? this.#clock.nowMs() - this.#executing.enteredAtMs : 0;
    return this.#cpuUs + sinceMs * 1000;
  }

  residentBytes(): number | undefined {
    return this.isDead ? undefined : this.bytesResident;
  }

  setMemoryCeiling(bytes: number): void {
    this.ceilings.push(bytes);
  }

  kill(): void {
    if (this.isDead || this.wasKilled) return;
    this.wasKilled = true;
    this.#clock.setTimer(this.#all.killMs, () =>
      this.die({ killedBy: 'OWNER', signal: 'SIGKILL' }),
    );
  }

  say(...frames: FrameFromHost[]): void {
    if (!this.isDead && !this.wasKilled) this.#listener.frames(frames);
  }

  die(exit: Partial<HostExit> = {}): void {
    if (this.isDead) return;
    this.isDead = true;
    this.#executing?.timer?.cancel();
    for (const wake of this.#parked.values()) wake.cancel();
    this.#listener.exited({
      killedBy: this.wasKilled ? 'OWNER' : 'NOBODY',
      exitCode: undefined,
      signal: 'SIGTRAP',
      detail: '',
      ...exit,
    });
  }

  /** The run that executes, whatever it is, succeeds. */
  finishNow(): void {
    this.#finish({});
  }

  #obey(frame: FrameToHost): void {
    if (this.isDead || this.wasKilled) return;
    switch (frame.name) {
      case 'load':
        this.#sources.set(frame.codeId, frame.source);
        return;
      case 'drop':
        this.#sources.delete(frame.codeId);
        return;
      case 'run':
        this.inputsSinceReset.push(frame.inputJson ?? '');
        this.#queue.push(frame);
        this.#enterNext();
        return;
      case 'recall':
        if (this.#takeQueued(frame.runId)) this.say({ name: 'recalled', runId: frame.runId });
        return;
      case 'cancel':
        this.#cancel(frame.runId);
        return;
      case 'open-session':
      case 'close-session':
        return;
      case 'call-reply':
        this.#replied(frame.runId, frame.reply);
        return;
      case 'fetch-reply':
        return;
      case 'reset':
        if (this.ignoresReset) return;
        this.#sources.clear();
        this.inputsSinceReset = [];
        this.say({ name: 'reset-done' });
    }
  }

  #enterNext(): void {
    if (this.#executing || this.#parked.size >= hostBounds.parkedRunsMax) return;
    const run = this.#queue.shift();
    if (!run) return;
    const [word = '', first = '0', second] = (this.#sources.get(run.codeId) ?? '').split(' ');
    const amount = Number(first);
    const enteredAtMs = this.#clock.nowMs();
    const executing = {
      run,
      enteredAtMs,
      timer: undefined as Timer | undefined,
      muted: word === 'mute',
    };
    this.#executing = executing;
    const after = (ms: number, then: () => void): void => {
      executing.timer = this.#clock.setTimer(ms, then);
    };
    switch (word) {
      case 'ok':
        return after(amount, () => this.#finish({ cpuUs: Number(second ?? amount * 1000) }));
      case 'warm':
        if (run.mode === 'SLICE' && this.#all.slicesHang) return;
        return after(0, () => {
          const heapPeakBytes = Number(second ?? 0) * 2 ** 20;
          this.#finish({ cpuUs: amount, isWarm: true, heapPeakBytes });
        });
      case 'park':
        return after(0, () => this.#park(run, amount));
      case 'again':
        return after(0, () => this.#parkAgain(run, amount));
      case 'call':
        return after(0, () => this.#call(run, amount));
      case 'log':
        return after(0, () => {
          const line = { level: 'LOG', text: 'a line', sinceStartUs: 0 } as const;
          this.say({
            name: 'logs',
            runId: run.runId,
            lines: Array.from({ length: amount }, () => line),
          });
          this.#finish({});
        });
      case 'crash':
        return after(1, () => this.die());
      case 'eat':
        return after(10, () => this.die({ killedBy: 'MEMORY_CEILING', signal: 'SIGKILL' }));
      case 'spend':
        return after(1, () => this.#finish({ word: 'SYNTAX_ERROR', isHostSpent: true }));
      case 'lie':
        return after(1, () => this.say(ended(run.runId + 1_000, {})));
      default: // loop, wedge and mute go on.
    }
  }

  #leave(): void {
    if (!this.#executing) return;
    this.#cpuUs += (this.#clock.nowMs() - this.#executing.enteredAtMs) * 1000;
    this.#executing.timer?.cancel();
    this.#executing = undefined;
  }

  #finish(frame: Partial<EndedFrame>): void {
    const run = this.#executing?.run;
    if (!run || this.wasKilled) return;
    this.#leave();
    const wallUs = frame.cpuUs ?? 0;
    this.say(ended(run.runId, { wallUs, resultJson: run.inputJson ?? '1', ...frame }));
    this.#enterNext();
  }

  /** Calls so often and parks; it ends with the results when all are there. */
  #call(run: RunFrame, times: number): void {
    this.#leave();
    this.#calling.set(run.runId, { left: times, results: [] });
    for (let callId = 1; callId <= times; callId++) {
      const call = { callId, toolName: 'tool', argumentJson: `${callId}` };
      this.say({ name: 'call', runId: run.runId, call });
    }
    this.say({ name: 'parked', runId: run.runId });
    this.#enterNext();
  }

  #replied(runId: number, { callId, result }: HostCallReply): void {
    const calling = this.#calling.get(runId);
    if (!calling) return;
    calling.results.push(
      `${callId}:${result.name === 'threw' ? result.error.name : result.resultJson}`,
    );
    if (--calling.left > 0) return;
    this.#calling.delete(runId);
    this.say(ended(runId, { resultJson: JSON.stringify(calling.results) }));
  }

  #park(run: RunFrame, forMs: number): void {
    this.#leave();
    this.say({ name: 'parked', runId: run.runId });
    const wake = this.#clock.setTimer(forMs, () => {
      this.#parked.delete(run.runId);
      this.#enterNext();
      this.say(ended(run.runId, { wallUs: forMs * 1000, resultJson: run.inputJson ?? '1' }));
    });
    this.#parked.set(run.runId, wake);
    this.#enterNext();
  }

  /** As every host does, it says only the first time that the run waits. */
  #parkAgain(run: RunFrame, forMs: number): void {
    this.#leave();
    this.say({ name: 'parked', runId: run.runId });
    this.#clock.setTimer(10, () => {
      const enteredAtMs = this.#clock.nowMs();
      this.#executing = { run, enteredAtMs, timer: undefined, muted: false };
      this.#executing.timer = this.#clock.setTimer(60, () => {
        this.#leave();
        this.#clock.setTimer(forMs, () => this.say(ended(run.runId, { resultJson: '1' })));
      });
    });
  }

  #cancel(runId: number): void {
    const parked = this.#parked.get(runId);
    if (this.#executing?.run.mode === 'SLICE') return;
    if (this.#calling.delete(runId)) return this.say(ended(runId, { word: 'CANCELLED' }));
    if (this.#executing?.run.runId === runId) {
      const source = this.#sources.get(this.#executing.run.codeId);
      if (source !== 'wedge') this.#finish({ word: 'CANCELLED' });
    } else if (parked || this.#takeQueued(runId)) {
      parked?.cancel();
      this.#parked.delete(runId);
      this.say(ended(runId, { word: 'CANCELLED' }));
    }
  }

  #takeQueued(runId: number): boolean {
    const before = this.#queue.length;
    this.#queue = this.#queue.filter((run) => run.runId !== runId);
    return this.#queue.length < before;
  }
}

function ended(runId: number, frame: Partial<EndedFrame>): EndedFrame {
  return {
    name: 'ended',
    runId,
    word: 'SUCCEEDED',
    wallUs: 0,
    cpuUs: 0,
    heapPeakBytes: 0,
    logBytes: 0,
    isWarm: false,
    ...frame,
  };
}
