/** In the place of the coordinator: what the client says goes to the agent, and back. */
import { parseArgs } from 'node:util';
import { Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js';
import { readyLine } from '../../shared/process/ready-line.ts';
import { runUntilTold } from '../../shared/process/run-until-told.ts';
import { relayService } from './relay-message.ts';

const { values } = parseArgs({
  options: { 'ready-fd': { type: 'string' }, 'parent-fd': { type: 'string' } },
});

type Stream = ServerDuplexStream<Buffer, Buffer>;
let client: Stream | undefined;
let agent: Stream | undefined;

const server = new Server({ 'grpc.enable_channelz': 0 });
server.addService(relayService, {
  Client: (stream: Stream) => {
    client = stream;
    stream.on('data', (message: Buffer) => agent?.write(message));
    stream.on('end', () => stream.end());
  },
  Agent: (stream: Stream) => {
    agent = stream;
    stream.on('data', (message: Buffer) => client?.write(message));
    stream.on('end', () => stream.end());
  },
});
runUntilTold({
  parentFd: Number(values['parent-fd']),
  stop: () => Promise.resolve(server.forceShutdown()),
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  readyLine(Number(values['ready-fd']), { event: 'listening', port });
});
