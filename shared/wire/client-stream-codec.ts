/** The client's side of ExecuteStream: commands out, events in. */
import type { IsopodError } from '../errors/isopod-error.ts';
import type { HostCall, HostCallReply } from '../execution/host-call.ts';
import type { LogEntry, Outcome } from '../execution/outcome.ts';
import type { ExecuteStreamCommand } from '../generated/isopod/v1/ExecuteStreamCommand.ts';
import type { ExecuteStreamEvent__Output } from '../generated/isopod/v1/ExecuteStreamEvent.ts';
import { durationFromUs } from './duration.ts';
import { type ExecutionRequest, executionToWire } from './execution-codec.ts';
import { failureFromWire } from './failure-codec.ts';
import { hostCallFromWire, hostCallReplyToWire } from './host-call-codec.ts';
import { logEntryFromWire, outcomeFromWire } from './outcome-codec.ts';

/** A message as it is received. */
export type { ExecuteStreamResponse__Output as StreamResponse } from '../generated/isopod/v1/ExecuteStreamResponse.ts';

export type StreamCommand =
  | {
      readonly name: 'execute';
      readonly executionId: number;
      readonly request: ExecutionRequest;
      readonly timeLimitMs: number | undefined;
    }
  | { readonly name: 'cancel'; readonly executionId: number }
  | {
      readonly name: 'host-call-reply';
      readonly executionId: number;
      readonly reply: HostCallReply;
    }
  | {
      readonly name: 'stdin';
      readonly executionId: number;
      readonly text: string;
      readonly isEnd: boolean;
    };

export type StreamEvent =
  | { readonly name: 'logs'; readonly entries: readonly LogEntry[] }
  | { readonly name: 'progress'; readonly valueJson: string }
  | { readonly name: 'stdin-read'; readonly bytes: number }
  | { readonly name: 'host-call'; readonly call: HostCall }
  | { readonly name: 'outcome'; readonly outcome: Outcome }
  | { readonly name: 'failure'; readonly error: IsopodError };

export function streamCommandToWire(command: StreamCommand): ExecuteStreamCommand {
  const { executionId } = command;
  if (command.name === 'cancel') return { executionId, cancel: {} };
  if (command.name === 'host-call-reply')
    return { executionId, hostCallReply: hostCallReplyToWire(command.reply) };
  if (command.name === 'stdin')
    return { executionId, stdin: { text: command.text, end: command.isEnd } };
  const { request, timeLimitMs } = command;
  const execution = executionToWire(request);
  if (timeLimitMs === undefined) return { executionId, execute: { execution } };
  return { executionId, execute: { execution, timeLimit: durationFromUs(timeLimitMs * 1000) } };
}

/** Undefined for an event that this version does not know. Throws INTERNAL as outcomes do. */
export function streamEventFromWire(wire: ExecuteStreamEvent__Output): StreamEvent | undefined {
  if (wire.outcome) return { name: 'outcome', outcome: outcomeFromWire(wire.outcome) };
  if (wire.logs) return { name: 'logs', entries: wire.logs.entries.map(logEntryFromWire) };
  if (wire.stdinRead) return { name: 'stdin-read', bytes: wire.stdinRead.bytes };
  if (wire.progress) return { name: 'progress', valueJson: wire.progress.valueJson };
  if (wire.hostCall) return { name: 'host-call', call: hostCallFromWire(wire.hostCall) };
  if (wire.failure) return { name: 'failure', error: failureFromWire(wire.failure) };
  return undefined;
}
