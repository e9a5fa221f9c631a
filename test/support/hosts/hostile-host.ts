/**
 * A host that was taken over: it says that it is locked and ready, then does with a run what the
 * run's source says, a word of hostile-host-acts.ts. `honest` is the one thing it does right.
 */
import { Socket } from 'node:net';
import { frameDescriptor } from '../../../node-agent/frames/announcement.ts';
import { ByteWriter } from '../../../node-agent/frames/byte-writer.ts';
import type { FrameFromHost, RunFrame } from '../../../node-agent/frames/frame.ts';
import { encodeFrameFromHost, FrameDecoder } from '../../../node-agent/frames/frame-codec.ts';
import { lockdownLayers } from '../../../node-agent/frames/lockdown.ts';
import { endedFrame, hostileActs } from './hostile-host-acts.ts';

const socket = new Socket({ fd: frameDescriptor, readable: true, writable: true });
const sources = new Map<number, string>();
const decoder = FrameDecoder.toHost((frame) => {
  if (frame.name === 'load') sources.set(frame.codeId, frame.source);
  if (frame.name === 'run') act(sources.get(frame.codeId) ?? '', frame);
  if (frame.name === 'reset') say({ name: 'reset-done' });
});
socket.on('data', (chunk: Buffer) => decoder.push(chunk));
// A taken-over host need not end when its agent does; this one is only a test.
socket.on('end', () => process.exit(0));
socket.on('error', () => process.exit(0));

function say(...frames: readonly FrameFromHost[]): void {
  const writer = new ByteWriter();
  for (const frame of frames) encodeFrameFromHost(writer, frame);
  socket.write(writer.take());
}

function act(name: string, run: RunFrame): void {
  const hostileAct = hostileActs[name];
  if (hostileAct) hostileAct.act({ run, say, socket });
  else say(endedFrame(run.runId, { resultJson: '"honest"' }));
}

say({ name: 'ready', v8Version: process.versions.v8, layers: [...lockdownLayers, 'own-ids'] });
