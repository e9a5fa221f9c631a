/** In the place of the node-agent: dials in, and passes everything on to a child and back. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client, credentials } from '@grpc/grpc-js';
import { readyLine } from '../../shared/process/ready-line.ts';
import { runUntilTold } from '../../shared/process/run-until-told.ts';
import { relayMessageBytes, relayService } from './relay-message.ts';
import { WholeMessages } from './whole-messages.ts';

const { values } = parseArgs({
  options: {
    'ready-fd': { type: 'string' },
    'parent-fd': { type: 'string' },
    coordinator: { type: 'string' },
  },
});

const client = new Client(values.coordinator ?? '', credentials.createInsecure(), {
  'grpc.enable_channelz': 0,
});
const { path, requestSerialize, responseDeserialize } = relayService.Agent;
const stream = client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize);
const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'relay-child.ts')], {
  stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
});
const socket = child.stdio[3] as Socket;
const messages = new WholeMessages(relayMessageBytes, (message) => void stream.write(message));
socket.on('data', (chunk: Buffer) => messages.push(chunk));
stream.on('data', (message: Buffer) => socket.write(message));
stream.on('error', () => socket.destroy());
socket.on('error', () => {});
runUntilTold({
  parentFd: Number(values['parent-fd']),
  stop: () => {
    socket.destroy();
    client.close();
    return Promise.resolve();
  },
});
// The child has sent its first message when it listens; nobody is there to be told of it.
socket.once('data', () => readyLine(Number(values['ready-fd']), { event: 'joined' }));
