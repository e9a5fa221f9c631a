/** In the place of a sandbox host: asks, gets its answer, asks again, as often as it is told. */
import { Socket } from 'node:net';
import { readRelayMessage, relayKinds, relayMessage, relayMessageBytes } from './relay-message.ts';
import { WholeMessages } from './whole-messages.ts';

const socket = new Socket({ fd: 3 });
let left = 0;

function ask(): void {
  socket.write(relayMessage(left > 0 ? relayKinds.call : relayKinds.done));
  left--;
}

const messages = new WholeMessages(relayMessageBytes, (message) => {
  const { kind, count } = readRelayMessage(message);
  if (kind === relayKinds.start) left = count;
  ask();
});
socket.on('data', (chunk: Buffer) => messages.push(chunk));
// Its agent is gone.
socket.on('close', () => process.exit());
socket.on('error', () => process.exit());
ask();
