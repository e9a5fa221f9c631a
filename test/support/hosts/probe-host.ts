/**
 * A host process for tests: it locks itself down as the real one does, then carries out probes
 * by name and says what came of each. A probe is asked for in a `load` frame (its name in
 * `source`) and answered in `logs` (JSON in the only line), so that the real HostProcess and
 * the real frames are what is tested with it.
 */
import { Socket } from 'node:net';
import { frameDescriptor } from '../../../node-agent/frames/announcement.ts';
import { ByteWriter } from '../../../node-agent/frames/byte-writer.ts';
import type { FrameFromHost } from '../../../node-agent/frames/frame.ts';
import { encodeFrameFromHost, FrameDecoder } from '../../../node-agent/frames/frame-codec.ts';
import { parseLockdownArguments } from '../../../node-agent/frames/lockdown.ts';
import { lockDown } from '../../../node-agent/host/lockdown/lockdown.ts';
import { probes } from './probes.ts';

const socket = new Socket({ fd: frameDescriptor, readable: true, writable: true });
const decoder = FrameDecoder.toHost((frame) => {
  if (frame.name === 'load') void answer(frame.codeId, frame.source);
});
socket.on('data', (chunk: Buffer) => decoder.push(chunk));
socket.on('end', () => process.kill(process.pid, 'SIGKILL'));

function send(frame: FrameFromHost): void {
  const writer = new ByteWriter();
  encodeFrameFromHost(writer, frame);
  socket.write(writer.take());
}

async function answer(runId: number, name: string): Promise<void> {
  const probe = probes[name];
  const value: unknown = probe ? await probe() : `no such probe: ${name}`;
  const text = JSON.stringify(value ?? null);
  send({ name: 'logs', runId, lines: [{ level: 'INFO', text, sinceStartUs: 0 }] });
}

const report = lockDown(parseLockdownArguments(process.argv.slice(2)));
send({ name: 'ready', v8Version: process.versions.v8, layers: report.layers });
