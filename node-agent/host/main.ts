/**
 * A sandbox host: a process that runs guest code, and nothing else, for one tenant at a time.
 *
 * It is started by an agent with a frame socket as descriptor 3, an announcement page as
 * descriptor 4, no environment, and its lockdown on the command line. Everything it will ever
 * need is loaded before it is locked, and its first context made: what V8 and Node set up later,
 * at its first use, opens no file. Only then does it say `ready`.
 *
 * Usage: an agent runs it bundled, see run-bundle.cjs; with its flags (host-processes.ts) it also
 * runs as it is: node FLAGS node-agent/host/main.ts --lockdown=required --uid=N --gid=N
 */
import { readFileSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { defaultLimits } from '../../shared/execution/limits.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { announcementDescriptor, frameDescriptor } from '../frames/announcement.ts';
import { takeGuestFeatures } from '../frames/guest-features.ts';
import { parseLockdownArguments } from '../frames/lockdown.ts';
import { isolatedVmEngine } from './engine/isolated-vm-engine.ts';
import { FreshIsolates } from './isolates/fresh-isolates.ts';
import { SessionIsolates } from './isolates/session-isolates.ts';
import { WarmIsolates } from './isolates/warm-isolates.ts';
import { Announcer } from './link/announcer.ts';
import { FrameLink } from './link/frame-link.ts';
import { lockDown } from './lockdown/lockdown.ts';
import { HostScheduler } from './runs/host-scheduler.ts';
import { systemProcessorTime } from './runs/processor-time.ts';
import { hostServicesOf } from './services/host-services.ts';
import { readWebParts } from './services/read-web-parts.ts';

const generatedFolder = new URL('generated/', import.meta.url);
const runtimeFile = new URL('guest-runtime.js', generatedFolder);
const standardError = 2;

function main(): void {
  const { features, rest } = takeGuestFeatures(process.argv.slice(2));
  const options = parseLockdownArguments(rest);
  const clock = systemClock();
  const services = hostServicesOf(readWebParts(generatedFolder));
  const engine = isolatedVmEngine(readFileSync(runtimeFile, 'utf8'), features, services);
  const fresh = new FreshIsolates(engine);
  const warm = new WarmIsolates(engine);
  const sessions = new SessionIsolates(engine);
  // Not for its speed: where the engine does not work, this host must not say that it is ready.
  fresh.expect(defaultLimits.memoryBytesMax);
  fresh.prepareOne();
  // Node asks the system what a descriptor is when it takes it over; nothing is read yet.
  const socket = new Socket({ fd: frameDescriptor });

  const { layers } = lockDown(options);

  const defer = (task: () => void): void => void setImmediate(task);
  const link = new FrameLink(socket, defer, {
    frame: (frame) => scheduler.handle(frame),
    readDone: () => scheduler.pump(),
    drained: () => scheduler.pump(),
    broken: (reason) => (reason ? die(reason) : end()),
  });
  const scheduler = new HostScheduler({
    fresh,
    warm,
    sessions,
    sink: link,
    announcing: new Announcer(clock, announcementDescriptor),
    clock,
    processorTime: systemProcessorTime,
    defer,
  });
  link.send({ name: 'ready', v8Version: engine.v8Version, layers });
  scheduler.pump();
}

function die(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  writeSync(standardError, `${text}\n`);
  end();
}

/** A locked process cannot exit in any other way; and it has nothing to put in order. */
function end(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('The host could not be ended: it outlived its own SIGKILL');
}

// What guests see does not depend on the machine; an empty environment gives them en-US.
process.env['TZ'] = 'UTC';
// What goes to stderr is for the agent's log of how a host died; Node's advice is not.
process.removeAllListeners('warning');
process.on('uncaughtException', die);
process.on('unhandledRejection', die);
main();
