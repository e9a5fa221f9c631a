import { EventEmitter } from 'node:events';
import { Duplex, PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { ByteWriter } from '../../../../node-agent/frames/byte-writer.ts';
import type { FrameFromHost, FrameToHost } from '../../../../node-agent/frames/frame.ts';
import { encodeFrameFromHost, FrameDecoder } from '../../../../node-agent/frames/frame-codec.ts';
import type { HostExit } from '../../../../node-agent/pool/host-port.ts';
import { HostProcess, unwrittenBytesMax } from '../../../../node-agent/pool/host-process.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

const startMsMax = 5_000;
const ready: FrameFromHost = { name: 'ready', v8Version: '14', layers: ['system-call-filter'] };
const parked: FrameFromHost = { name: 'parked', runId: 1 };

/** The host's end of the socket: what it writes with `push`, and what was written to it. */
class ScriptedSocket extends Duplex {
  readonly written: Buffer[] = [];
  isReading = true;

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.written.push(chunk);
    if (this.isReading) done();
  }

  say(...frames: FrameFromHost[]): void {
    const writer = new ByteWriter();
    for (const frame of frames) encodeFrameFromHost(writer, frame);
    this.push(writer.take());
  }
}

class ScriptedChild extends EventEmitter {
  readonly pid = 77;
  readonly signals: string[] = [];

  kill(signal: string): boolean {
    this.signals.push(signal);
    return true;
  }

  exit(code: number | null, signal: string | null): void {
    this.emit('exit', code, signal);
  }
}

function scriptedHost({ wasExceeded = false, admitted = Promise.resolve() } = {}) {
  const clock = new VirtualClock();
  const child = new ScriptedChild();
  const frames = new ScriptedSocket();
  const stderr = new PassThrough();
  const closed: string[] = [];
  const heard: FrameFromHost[][] = [];
  const exits: HostExit[] = [];
  const host = new HostProcess(
    {
      hostId: 1,
      child: child as unknown as ConstructorParameters<typeof HostProcess>[0]['child'],
      frames,
      stderr,
      page: { read: () => undefined, close: () => closed.push('page') },
      ceiling: {
        setLimit() {},
        wasExceeded: () => wasExceeded,
        close: () => closed.push('ceiling'),
      },
      admitted,
      readings: {
        cpuUs: () => 1,
        residentBytes: () => 1,
        close: () => closed.push('readings'),
      },
    },
    {
      clock,
      startMsMax,
      layersRequired: ['system-call-filter'],
      onDead: () => closed.push('slot'),
    },
    { frames: (batch) => heard.push([...batch]), exited: (exit) => exits.push(exit) },
  );
  return { host, clock, child, frames, stderr, closed, heard, exits };
}

/** Streams hand over what they hold in later turns of the event loop. */
async function turns(count = 5): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

test('HostProcess delivers the frames of one read together and in order', async () => {
  const { frames, heard } = scriptedHost();
  frames.say(ready, parked);
  await turns();
  expect(heard).toEqual([[ready, parked]]);
});

test('HostProcess listens to a host only when it is under its memory ceiling', async () => {
  const admission = Promise.withResolvers<void>();
  const { frames, heard } = scriptedHost({ admitted: admission.promise });
  frames.say(ready);
  await turns();
  expect(heard).toEqual([]);
  admission.resolve();
  await turns();
  expect(heard).toEqual([[ready]]);
});

test('HostProcess kills a host that cannot be put under its memory ceiling', async () => {
  const { child, exits } = scriptedHost({ admitted: Promise.reject(new Error('EBUSY')) });
  await turns();
  expect(child.signals).toEqual(['SIGKILL']);
  child.exit(null, 'SIGKILL');
  expect(exits).toMatchObject([
    { killedBy: 'NEVER_READY', detail: 'no memory ceiling: Error: EBUSY' },
  ]);
});

test('HostProcess writes what one turn of the event loop gathers in one piece', async () => {
  const { host, frames } = scriptedHost();
  host.send({ name: 'cancel', runId: 1 });
  host.send({ name: 'reset' });
  expect(frames.written).toEqual([]);
  await turns();
  const received: FrameToHost[] = [];
  expect(frames.written).toHaveLength(1);
  FrameDecoder.toHost((frame) => received.push(frame)).push(frames.written[0] as Buffer);
  expect(received).toEqual([{ name: 'cancel', runId: 1 }, { name: 'reset' }]);
});

test('HostProcess kills a host that is not ready in time', async () => {
  const { clock, child, exits } = scriptedHost();
  await clock.advance(startMsMax - 1);
  expect(child.signals).toEqual([]);
  await clock.advance(1);
  expect(child.signals).toEqual(['SIGKILL']);
  child.exit(null, 'SIGKILL');
  expect(exits).toEqual([
    {
      killedBy: 'NEVER_READY',
      exitCode: undefined,
      signal: 'SIGKILL',
      detail: 'not ready after 5000 ms',
    },
  ]);
});

test('HostProcess kills a host that lacks a required layer', async () => {
  const { frames, child, heard, exits } = scriptedHost();
  frames.say({ ...ready, layers: ['own-ids'] });
  await turns();
  child.exit(null, 'SIGKILL');
  expect(heard).toEqual([]);
  expect(exits).toMatchObject([
    { killedBy: 'NEVER_READY', detail: 'not locked: system-call-filter' },
  ]);
});

test('HostProcess tells a host that died before it was ready, with its last words', async () => {
  const { child, stderr, exits } = scriptedHost();
  stderr.write('Error: \u001b[31mno such file\u0000\n');
  await turns();
  child.exit(1, null);
  child.emit('close');
  expect(exits).toEqual([
    {
      killedBy: 'NEVER_READY',
      exitCode: 1,
      signal: undefined,
      detail: 'Error: [31mno such file',
    },
  ]);
});

test.each([
  ['bytes that are no frame', Buffer.alloc(16, 0xff)],
  ['an empty frame', Buffer.alloc(4)],
])('HostProcess kills a host that sends %s', async (_name, bytes) => {
  const { frames, child, heard, exits } = scriptedHost();
  frames.say(ready);
  await turns();
  frames.push(bytes);
  await turns();
  expect(child.signals).toEqual(['SIGKILL']);
  child.exit(null, 'SIGKILL');
  expect(exits).toMatchObject([{ killedBy: 'BAD_FRAME' }]);
  expect(heard).toEqual([[ready]]);
});

test.each([
  ['anything before it is ready', [parked]],
  ['twice that it is ready', [ready, ready]],
])('HostProcess kills a host that says %s', async (_name, said) => {
  const { frames, child, exits } = scriptedHost();
  frames.say(...said);
  await turns();
  child.exit(null, 'SIGKILL');
  expect(exits).toMatchObject([{ killedBy: 'BAD_FRAME' }]);
});

test('HostProcess kills a host that lets too much pile up unread', async () => {
  const { host, frames, child, exits } = scriptedHost();
  frames.isReading = false;
  const source = 'x'.repeat(unwrittenBytesMax / 8);
  for (let codeId = 0; codeId < 8; codeId++) {
    expect(child.signals).toEqual([]);
    host.send({
      name: 'load',
      codeId,
      kind: 'AUTO',
      language: 'JAVASCRIPT',
      fileName: 'a.js',
      source,
    });
    await turns(1);
  }
  child.exit(null, 'SIGKILL');
  expect(exits).toMatchObject([{ killedBy: 'NOT_READING' }]);
});

test('HostProcess kills a host that closes its socket and goes on', async () => {
  const { frames, child, clock, exits } = scriptedHost();
  frames.say(ready);
  frames.push(null);
  await turns();
  expect(child.signals).toEqual([]);
  await clock.advance(1_000);
  child.exit(null, 'SIGKILL');
  expect(exits).toMatchObject([{ killedBy: 'BAD_FRAME' }]);
});

test('HostProcess delivers what a host wrote before it died, then its end', async () => {
  const { frames, child, heard, exits } = scriptedHost();
  frames.say(ready);
  await turns();
  child.exit(null, 'SIGSEGV');
  expect(exits).toEqual([]);
  frames.say(parked);
  await turns();
  child.emit('close');
  expect(heard).toEqual([[ready], [parked]]);
  expect(exits).toMatchObject([{ killedBy: 'NOBODY', signal: 'SIGSEGV' }]);
});

test('HostProcess does not wait for ever for a socket that someone else holds open', async () => {
  const { frames, child, clock, exits } = scriptedHost();
  frames.say(ready);
  await turns();
  child.exit(0, null);
  await clock.advance(1_000);
  expect(exits).toMatchObject([{ killedBy: 'NOBODY', exitCode: 0 }]);
});

test('HostProcess delivers no frame after it was killed, and its end once', async () => {
  const { host, frames, child, heard, exits } = scriptedHost();
  frames.say(ready);
  await turns();
  host.kill();
  host.kill();
  frames.say(parked);
  await turns();
  child.exit(null, 'SIGKILL');
  child.emit('close');
  expect(heard).toEqual([[ready]]);
  expect(child.signals).toEqual(['SIGKILL']);
  expect(exits).toMatchObject([{ killedBy: 'OWNER', signal: 'SIGKILL' }]);
});

test('HostProcess believes the ceiling above all that a host died of its memory', async () => {
  const { host, frames, child, exits } = scriptedHost({ wasExceeded: true });
  frames.say(ready);
  await turns();
  host.kill();
  child.exit(null, 'SIGKILL');
  expect(exits).toMatchObject([{ killedBy: 'MEMORY_CEILING' }]);
});

test('HostProcess gives back all it held, and no timer stays', async () => {
  const { host, frames, child, clock, closed } = scriptedHost();
  frames.say(ready);
  await turns();
  host.kill();
  child.exit(null, 'SIGKILL');
  expect(closed).toEqual(['readings', 'ceiling', 'page', 'slot']);
  expect(clock.timersPending).toBe(0);
  host.send({ name: 'reset' });
  await turns();
  expect(frames.written).toEqual([]);
});
