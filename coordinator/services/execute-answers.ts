/**
 * The answers of Execute. One that is given again and again, since its result is kept, is written
 * once: what an outcome is on the wire was most of what a hit cost beside gRPC.
 */
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import type { ExecuteResponse } from '../../shared/generated/isopod/v1/ExecuteResponse.ts';
import { EncodedMessage } from '../../shared/wire/encoded-message.ts';
import { logEntryToWire, outcomeToWire } from '../../shared/wire/outcome-codec.ts';
import { ExecutionService } from '../../shared/wire/services.ts';

/** They are held beside the results that they are of: a long one is as quickly written again. */
const keptBytesMax = 4_096;

/** The service's codec takes it for one. */
const asResponse = (message: EncodedMessage): ExecuteResponse => message as ExecuteResponse;

export class ExecuteAnswers {
  /** By the outcome itself, which a kept result has once, as long as it is kept. */
  readonly #encoded = new WeakMap<Outcome, EncodedMessage>();

  /** `logs` are all that the outcome's run has written, and so the same for the same outcome. */
  of(outcome: Outcome, logs: readonly LogEntry[]): ExecuteResponse {
    const known = this.#encoded.get(outcome);
    if (known) return asResponse(known);
    const response = { outcome: outcomeToWire(outcome), logs: logs.map(logEntryToWire) };
    if (outcome.usage.cacheUse !== 'L1') return response;
    const bytes = ExecutionService.service.Execute.responseSerialize(response);
    const encoded = new EncodedMessage(Buffer.from(bytes));
    if (bytes.length <= keptBytesMax) this.#encoded.set(outcome, encoded);
    return asResponse(encoded);
  }
}
