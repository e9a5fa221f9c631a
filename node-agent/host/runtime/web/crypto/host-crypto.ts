/** What the host computes: one call an operation, and for the long ones a wait for its result. */

import { DOMException } from '../events/part.ts';
import { hostServices, type ServiceValue } from '../host-service-protocol.ts';
import { askHost, isOnMainThread, randomNumber, waitMs } from '../kit.ts';
import { utf8Bytes } from '../utf8.ts';

const pollMsMax = 10;

/** Throws the DOMException that the host's answer names. */
export function compute(operation: string, parameters: object, ...data: Uint8Array[]): Uint8Array {
  return checked(() =>
    askHost(hostServices.crypto, operation, JSON.stringify(parameters), ...data),
  );
}

/**
 * For what may take long. The host works on it off its main thread while the guest's waits; where
 * the guest has the main thread, there is no other way than at once.
 */
export function computeLong(
  operation: string,
  parameters: object,
  ...data: Uint8Array[]
): Uint8Array {
  if (isOnMainThread()) return compute(operation, parameters, ...data);
  const json = JSON.stringify(parameters);
  return checked(() => {
    const ticket = askHost(hostServices.cryptoBegin, operation, json, ...data);
    if (typeof ticket !== 'number') return ticket;
    for (let pauseMs = 1; ; pauseMs = Math.min(pollMsMax, pauseMs * 2)) {
      const result = askHost(hostServices.cryptoResult, ticket);
      if (result !== undefined) return result;
      waitMs(pauseMs);
    }
  });
}

function checked(ask: () => ServiceValue): Uint8Array {
  let answer: ServiceValue;
  try {
    answer = ask();
  } catch (error) {
    throw new DOMException((error as Error).message, 'OperationError');
  }
  if (answer instanceof Uint8Array) return answer;
  const [name = '', message = ''] = typeof answer === 'string' ? answer.split(/: (.*)/s) : [];
  throw new DOMException(message, name || 'OperationError');
}

/** What draws on the host's chance cannot be repeated. */
export function refuseWhereSeeded(what: string): void {
  if (randomNumber() === undefined) return;
  throw new DOMException(`${what} is not to be had in a deterministic run`, 'NotSupportedError');
}

/** Two texts of bytes that the host gave as one: the length of the first, it, and the second. */
export function splitPair(bytes: Uint8Array): [first: Uint8Array, second: Uint8Array] {
  const length = new DataView(bytes.buffer).getUint32(0);
  return [bytes.slice(4, 4 + length), bytes.slice(4 + length)];
}

export function jsonBytes(value: object): Uint8Array {
  return utf8Bytes(JSON.stringify(value));
}
