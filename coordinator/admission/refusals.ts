/** What the coordinator answers an execution that no node has run. */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';

const retryAfterMs = 1_000;

export function postureUnmet({ layersRequired = [] }: Execution): IsopodError {
  const message = `Could not run the execution: no node has all of ${layersRequired.join(', ')}`;
  return new IsopodError('POSTURE_UNMET', message);
}

export function shuttingDown(what: 'accept' | 'finish'): IsopodError {
  const message = `Could not ${what} the execution: this coordinator is shutting down`;
  return new IsopodError('SHUTTING_DOWN', message, { retryAfterMs });
}

export function noNode(nodes: number, waitedMs: number): IsopodError {
  const message = `Could not run the execution: none of ${nodes} nodes took it in ${waitedMs} ms`;
  return new IsopodError('NO_NODE', message, { retryAfterMs });
}
