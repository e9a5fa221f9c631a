/**
 * What the processes of the relay pass on, and never look into: as many bytes as a call of a tool
 * takes, with what its two ends need in front.
 *
 *   client ── start N ──▶ child      then N times:   child ── call ──▶ client ── reply ──▶ child
 *   client ◀── done ───── child
 */
export const relayKinds = { start: 1, call: 2, reply: 3, done: 4 } as const;

/** A call with a small argument, with its ids, and its reply have about this many bytes. */
export const relayMessageBytes = 150;

export function relayMessage(kind: number, count = 0): Buffer {
  const message = Buffer.alloc(relayMessageBytes);
  message.writeUInt8(kind);
  message.writeUInt32LE(count, 1);
  return message;
}

export function readRelayMessage(message: Buffer): { kind: number; count: number } {
  return { kind: message.readUInt8(), count: message.readUInt32LE(1) };
}

const asIs = (message: Buffer): Buffer => message;
const bytesOverStream = {
  requestStream: true,
  responseStream: true,
  requestSerialize: asIs,
  requestDeserialize: asIs,
  responseSerialize: asIs,
  responseDeserialize: asIs,
} as const;

/** Methods that carry bytes as they are. */
export const relayService = {
  Client: { ...bytesOverStream, path: '/bench.Relay/Client' },
  Agent: { ...bytesOverStream, path: '/bench.Relay/Agent' },
};
