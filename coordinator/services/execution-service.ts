/** ExecutionService over grpc-js: reads calls, hands executions to the dispatcher, answers. */
import type { ServerDuplexStream, ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import {
  deadlineExceeded,
  IsopodError,
  invalidExecution,
} from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import type { FunctionVersion } from '../../shared/functions/deployed-function.ts';
import type { ExecuteRequest__Output } from '../../shared/generated/isopod/v1/ExecuteRequest.ts';
import type { ExecuteResponse } from '../../shared/generated/isopod/v1/ExecuteResponse.ts';
import type { ExecuteStreamRequest__Output } from '../../shared/generated/isopod/v1/ExecuteStreamRequest.ts';
import type { ExecuteStreamResponse } from '../../shared/generated/isopod/v1/ExecuteStreamResponse.ts';
import type { ExecutionServiceHandlers } from '../../shared/generated/isopod/v1/ExecutionService.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { readExecution, readFunctionReference } from '../../shared/wire/execution-codec.ts';
import type { ExecutionDesk } from '../admission/execution-desk.ts';
import type { FunctionRegistry } from '../functions/function-registry.ts';
import type { Authenticator } from '../tenancy/authenticator.ts';
import type { MeteredExecution } from '../tenancy/tenant-meter.ts';
import { BoundedWriter } from './bounded-writer.ts';
import { explained, toServiceError } from './call-errors.ts';
import { credentialsOf, readDeadlineMs } from './caller.ts';
import { bytesOfLogs, bytesOfOutcome } from './client-outbox.ts';
import { ExecuteAnswers } from './execute-answers.ts';
import { ExecutionStream } from './execution-stream.ts';
import type { LoadReports } from './load-reports.ts';
import { readOrigin, withOrigin } from './origin.ts';
import { UnreadAnswers } from './unread-answers.ts';
import { UnreadTotal } from './unread-total.ts';

interface ExecutionServiceParts {
  readonly authenticator: Authenticator;
  readonly desk: ExecutionDesk;
  readonly functions: FunctionRegistry;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly streamExecutionsMax: number;
  /** Told with every outcome of Execute; undefined for none. */
  readonly loadReports: LoadReports | undefined;
  /** The ExecuteStream calls that are open, kept here for whoever has to end them. */
  readonly streams: Set<ExecutionStream>;
}

type Parts = ExecutionServiceParts & {
  readonly unread: UnreadAnswers;
  readonly unreadTotal: UnreadTotal;
  readonly answers: ExecuteAnswers;
};

export function executionServiceHandlers(given: ExecutionServiceParts): ExecutionServiceHandlers {
  const unreadTotal = new UnreadTotal();
  const unread = new UnreadAnswers(unreadTotal);
  const parts = { ...given, unreadTotal, unread, answers: new ExecuteAnswers() };
  return {
    Execute: (call, respond) => execute(parts, call, respond),
    ExecuteStream: (call) => executeStream(parts, call),
  };
}

function execute(
  parts: Parts,
  call: ServerUnaryCall<ExecuteRequest__Output, ExecuteResponse>,
  respond: sendUnaryData<ExecuteResponse>,
): void {
  let metered: MeteredExecution | undefined;
  const fail = (thrown: unknown): void => {
    metered?.end();
    respond(toServiceError(explained(thrown, parts.logger)));
  };
  try {
    const { execution } = call.request;
    const caller = parts.authenticator.tenant(credentialsOf(call.metadata));
    const counted = caller.beginExecution();
    metered = counted;
    const { tenantId } = caller;
    const origin = readOrigin(call.metadata);
    const reference = readFunctionReference(execution);
    const run = (called?: FunctionVersion): void => {
      const read = readExecution(execution, tenantId, called, caller.ceilings);
      submit(parts, call, withOrigin(caller.narrowed(read), origin), counted, respond);
    };
    if (!reference) return run();
    const key = { tenantId, name: reference.name };
    parts.functions.resolve(key, reference.version).then(run).catch(fail);
  } catch (thrown) {
    fail(thrown);
  }
}

/** Throws what the desk does. */
function submit(
  { desk, clock, unread, answers, loadReports }: Parts,
  call: ServerUnaryCall<ExecuteRequest__Output, ExecuteResponse>,
  execution: Execution,
  metered: MeteredExecution,
  respond: sendUnaryData<ExecuteResponse>,
): void {
  if (call.request.execution?.stdin) throw stdinOfCall();
  if (execution.toolNames) throw toolsOfCall();
  if (call.cancelled) return metered.end();
  const deadlineMs = readDeadlineMs(call.getDeadline(), clock);
  if (deadlineMs <= clock.nowMs()) throw deadlineExceeded();
  const refusal = unread.refusalOf(call);
  if (refusal) throw refusal;
  const logs: LogEntry[] = [];
  const observer = {
    logs: (entries: readonly LogEntry[]) => {
      for (const entry of entries) logs.push(entry);
    },
    used: (cpuUs: number) => metered.used(cpuUs),
    ended: (outcome: Outcome) => {
      metered.end();
      if (outcome.word === 'CANCELLED') respond(toServiceError(cancelled()));
      else {
        const excess = unread.give(call, bytesOfOutcome(outcome) + bytesOfLogs(logs));
        if (excess) respond(toServiceError(excess));
        else respond(null, answers.of(outcome, logs), loadReports?.trailer);
      }
    },
    failed: (error: IsopodError) => {
      metered.end();
      respond(toServiceError(error));
    },
  };
  const accepted = desk.submit(execution, observer, deadlineMs);
  if (accepted.isAnswered) return;
  call.on('cancelled', () => {
    const isLate = deadlineMs <= clock.nowMs();
    desk.abandon(accepted, isLate ? deadlineExceeded() : cancelled());
  });
}

function toolsOfCall(): IsopodError {
  const description = 'must be empty here, where nobody could answer: tools need ExecuteStream';
  return invalidExecution([{ field: 'tool_names', description }]);
}

function stdinOfCall(): IsopodError {
  const description = 'must not be set here, where nobody could send any: it needs ExecuteStream';
  return invalidExecution([{ field: 'stdin', description }]);
}

function cancelled(): IsopodError {
  return new IsopodError('CANCELLED', 'Could not finish the execution: its caller cancelled it');
}

function executeStream(
  parts: Parts,
  call: ServerDuplexStream<ExecuteStreamRequest__Output, ExecuteStreamResponse>,
): void {
  const { authenticator, desk, functions, clock, logger, streams } = parts;
  const fail = (error: IsopodError): void => {
    call.emit('error', toServiceError(error));
  };
  try {
    const writer = new BoundedWriter(call, () => stream.writable());
    const stream: ExecutionStream = new ExecutionStream({
      wire: {
        write: (response, bytes) => writer.write(response, bytes),
        pause: () => call.pause(),
        resume: () => call.resume(),
        end: () => call.end(),
        fail,
        closed: () => streams.delete(stream),
      },
      caller: authenticator.tenant(credentialsOf(call.metadata)),
      origin: readOrigin(call.metadata),
      deadlineMs: readDeadlineMs(call.getDeadline(), clock),
      desk,
      functions,
      clock,
      unreadTotal: parts.unreadTotal,
      explain: (thrown) => explained(thrown, logger),
      executionsMax: parts.streamExecutionsMax,
    });
    streams.add(stream);
    call.on('data', (request: ExecuteStreamRequest__Output) => stream.receive(request));
    call.on('end', () => stream.halfClosed());
    call.on('cancelled', () => stream.gone());
    call.on('error', () => stream.gone());
  } catch (thrown) {
    fail(explained(thrown, logger));
  }
}
