/**
 * Cryptography as one context's guest asks for it: what it says is read, what it is answered are
 * bytes of their own buffer, or a text that names what was wrong.
 */
import type { ServiceValue } from '../runtime/web/host-service-protocol.ts';
import { beginLong, computeLong } from './crypto-long.ts';
import { computeCrypto } from './crypto-operations.ts';
import { CryptoRefusal, type Parameters } from './crypto-parameters.ts';

const parametersCharsMax = 4_096;
const longOperations = ['pbkdf2', 'generate'];

interface Asked {
  readonly operation: string;
  readonly parameters: Parameters;
  readonly data: readonly Uint8Array[];
}

export class CryptoService {
  /** The guest waits for what is begun, so there is one at a time. */
  #ticket = 0;
  #isPending = false;
  #result: ServiceValue;

  get isAtWork(): boolean {
    return this.#isPending;
  }

  compute(args: readonly ServiceValue[]): ServiceValue {
    return answered(() => {
      const { operation, parameters, data } = read(args);
      return longOperations.includes(operation)
        ? computeLong(operation, parameters, data)
        : computeCrypto(operation, parameters, data);
    });
  }

  begin(args: readonly ServiceValue[]): ServiceValue {
    return answered(() => {
      if (this.#isPending) throw new CryptoRefusal('OperationError', 'Another one is being made');
      const { operation, parameters, data } = read(args);
      beginLong(operation, parameters, data, (error, result) => {
        this.#isPending = false;
        this.#result = error || !result ? failure(error) : new Uint8Array(result);
      });
      this.#isPending = true;
      this.#result = undefined;
      return ++this.#ticket;
    });
  }

  result(ticket: ServiceValue): ServiceValue {
    if (ticket !== this.#ticket) return 'OperationError: not known';
    if (this.#isPending) return undefined;
    const result = this.#result;
    this.#result = undefined;
    return result ?? 'OperationError: taken already';
  }
}

function read([operation, json, ...data]: readonly ServiceValue[]): Asked {
  if (typeof operation !== 'string' || typeof json !== 'string') throw unreadable();
  if (json.length > parametersCharsMax) throw unreadable();
  const parameters: unknown = JSON.parse(json);
  if (typeof parameters !== 'object' || parameters === null) throw unreadable();
  const bytes = data.filter((value) => value !== undefined);
  if (!bytes.every((value) => value instanceof Uint8Array)) throw unreadable();
  return { operation, parameters: parameters as Parameters, data: bytes };
}

function unreadable(): CryptoRefusal {
  return new CryptoRefusal('OperationError', 'What was asked for cannot be read');
}

function answered(compute: () => Uint8Array | number): ServiceValue {
  try {
    const result = compute();
    // Of its own buffer: Node's small results share one with others.
    return typeof result === 'number' ? result : new Uint8Array(result);
  } catch (error) {
    return failure(error);
  }
}

/** What OpenSSL has to say is for those who look after it. */
function failure(error: unknown): string {
  return error instanceof CryptoRefusal
    ? `${error.name}: ${error.message}`
    : 'OperationError: The operation failed for an operation-specific reason';
}
