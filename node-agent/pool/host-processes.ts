/**
 * Starts sandbox hosts: with an empty environment, nothing open but what they are handed, in a
 * session of their own (a Ctrl-C in the operator's terminal is for the agent, which drains), a
 * user of their own where the agent can give one, and under a memory ceiling from the start.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Duplex, Readable } from 'node:stream';
import type { Clock } from '../../shared/time/clock.ts';
import {
  announcementDescriptor,
  frameDescriptor,
  programDescriptor,
} from '../frames/announcement.ts';
import { type GuestFeature, guestFeaturesArgument } from '../frames/guest-features.ts';
import { type LockdownMode, lockdownArguments, requiredLayers } from '../frames/lockdown.ts';
import { AnnouncementPage } from './announcement-page.ts';
import type { HostFactory, HostListener, HostPort } from './host-port.ts';
import { HostProcess } from './host-process.ts';
import { type HostUids, uidsPerAgent } from './host-uids.ts';
import type { MemoryCeiling, MemoryCeilings } from './memory-ceiling.ts';
import { ProcReadings } from './proc-readings.ts';
import { UnstartedHost } from './unstarted-host.ts';

export const hostNodeFlags: readonly string[] = [
  // isolated-vm's isolates cannot be made in a process that came from Node's start-up snapshot.
  '--no-node-snapshot',
  // V8 would compile WebAssembly on other threads and resume the guest whenever it likes. A host
  // could set it by itself, but loading node:v8 is a tenth of what its start costs.
  '--no-wasm-async-compilation',
  // isolated-vm links no `import source`: the process would end by a null pointer.
  '--no-js-source-phase-imports',
  // Nobody debugs a host: SIGUSR1 would start an inspector, and its thread costs a start-up.
  '--disable-sigusr1',
  '--disable-warning=ExperimentalWarning',
];

/** What a host process runs. */
export interface HostScript {
  readonly path: string;
  /** An open file that the script expects as its programDescriptor. */
  readonly descriptor?: number;
}

export interface HostProcessesOptions {
  readonly clock: Clock;
  readonly hostProgram: HostScript;
  readonly lockdown: LockdownMode;
  /** What guests find of the language. @default defaultGuestFeatures */
  readonly guestFeatures?: readonly GuestFeature[];
  readonly ceilings: MemoryCeilings;
  /** Only an agent that is root has any to give. */
  readonly uids?: HostUids;
  /** Until HostPort.setMemoryCeiling says otherwise. */
  readonly memoryBytesMax: number;
  readonly startMsMax: number;
}

export class HostProcesses implements HostFactory {
  readonly #options: HostProcessesOptions;
  readonly #slotsTaken = new Set<number>();
  #hostsStarted = 0;

  constructor(options: HostProcessesOptions) {
    this.#options = options;
  }

  start(listener: HostListener): HostPort {
    const hostId = ++this.#hostsStarted;
    try {
      return this.#start(hostId, this.#takeSlot(), listener);
    } catch (error) {
      return new UnstartedHost(hostId, error, listener);
    }
  }

  #start(hostId: number, slot: number, listener: HostListener): HostPort {
    const { clock, ceilings, uids, memoryBytesMax, startMsMax } = this.#options;
    const freeSlot = () => void this.#slotsTaken.delete(slot);
    let page: AnnouncementPage | undefined;
    let ceiling: MemoryCeiling | undefined;
    let child: ChildProcess | undefined;
    try {
      const ids = uids?.idsOf(slot);
      const lockdown = { mode: this.#options.lockdown, ...(ids && { ids }) };
      const onExceeded = () => host.killForMemory();
      page = new AnnouncementPage();
      ceiling = ceilings.open({ slot, memoryBytesMax, onExceeded });
      child = this.#spawn(page, lockdownArguments(lockdown));
      const pid = startedPid(child);
      const host = new HostProcess(
        {
          hostId,
          child,
          frames: child.stdio[frameDescriptor] as Duplex,
          stderr: child.stderr as Readable,
          page,
          ceiling,
          readings: new ProcReadings(pid),
          // Last: were something after it to fail, nobody would hear of it when this does.
          admitted: ceiling.admit(pid),
        },
        {
          clock,
          startMsMax,
          layersRequired: requiredLayers(lockdown),
          onDead: freeSlot,
        },
        listener,
      );
      return host;
    } catch (error) {
      endUnstarted(child, () => {
        ceiling?.close();
        page?.close();
        freeSlot();
      });
      throw error;
    }
  }

  #spawn(page: AnnouncementPage, lockdown: readonly string[]): ChildProcess {
    const stdio: ('ignore' | 'pipe' | number)[] = ['ignore', 'ignore', 'pipe'];
    stdio[frameDescriptor] = 'pipe';
    stdio[announcementDescriptor] = page.descriptor;
    const { path, descriptor } = this.#options.hostProgram;
    if (descriptor !== undefined) stdio[programDescriptor] = descriptor;
    const { guestFeatures } = this.#options;
    const features = guestFeatures ? [guestFeaturesArgument(guestFeatures)] : [];
    return spawn(process.execPath, [...hostNodeFlags, path, ...features, ...lockdown], {
      env: {},
      cwd: '/',
      // Linux schedules each session as one where it groups tasks by itself (autogroups). In the
      // agent's session a quiet tenant would wait less for a hostile one, and where others keep the
      // machine busy agent and hosts together would have one session's share: measured, far worse.
      detached: true,
      stdio,
    });
  }

  /** The lowest that is free, so that few users and cgroups are used over and over. */
  #takeSlot(): number {
    for (let slot = 0; slot < uidsPerAgent; slot++) {
      if (this.#slotsTaken.has(slot)) continue;
      this.#slotsTaken.add(slot);
      return slot;
    }
    throw new Error(`no more than ${uidsPerAgent} hosts at a time`);
  }
}

/** Its user and its control group are a process's until it is reaped; then `gone` is called. */
function endUnstarted(child: ChildProcess | undefined, gone: () => void): void {
  if (child?.pid === undefined) return gone();
  for (const stream of child.stdio) stream?.destroy();
  child.once('exit', gone);
  child.kill('SIGKILL');
}

function startedPid(child: ChildProcess): number {
  // The reason follows as an event, which must be heard or it would end the agent.
  child.on('error', () => {});
  if (child.pid === undefined) throw new Error(`${child.spawnfile} could not be started`);
  return child.pid;
}
