/**
 * What decides how a deterministic execution ends, as one short text: whoever asks for the same gets
 * the same. That it names the tenant is what keeps tenants' results apart.
 */
import { hash } from 'node:crypto';
import type { Determinism } from '../../../shared/execution/determinism.ts';
import type { Execution } from '../../../shared/execution/execution.ts';
import type { Limits } from '../../../shared/execution/limits.ts';

export type DeterministicExecution = Execution & { readonly determinism: Determinism };

/** `engine` is all that may differ between nodes: versions, and what guests are allowed there. */
export function resultKey(execution: DeterministicExecution, engine: string): string {
  const { tenantId, program, functionVersion = '', isolation, determinism, limits } = execution;
  const { seed, startEpochMs } = determinism;
  // None of these holds a line break, so no two executions come to one text.
  const text = `${tenantId}
${engine}
${program.hash}
${functionVersion}
${isolation}
${seed} ${startEpochMs}
${limitsText(limits)}
${execution.layersRequired?.join() ?? ''}
${execution.egressRules?.join() ?? 'all'}
${inputText(execution)}`;
  return hash('sha256', text, 'base64url');
}

function inputText({ inputJson, inputBytes }: Execution): string {
  if (inputJson !== undefined) return `json ${inputJson}`;
  return inputBytes === undefined ? 'none' : `bytes ${hash('sha256', inputBytes, 'base64url')}`;
}

function limitsText(limits: Limits): string {
  return `${limits.wallUsMax} ${limits.cpuUsMax} ${limits.memoryBytesMax} ${limits.resultBytesMax} ${limits.logLinesMax} ${limits.logBytesMax} ${limits.logLineBytesMax} ${limits.timersMax} ${limits.hostCallsMax} ${limits.hostCallsInFlightMax} ${limits.hostCallWaitUsMax}`;
}

/** By which an administrator can have results forgotten together. */
export function resultTags({ tenantId, program, functionVersion }: Execution): string[] {
  const tags = [tenantTag(tenantId), `code:${program.hash}`];
  if (functionVersion !== undefined) tags.push(`version:${functionVersion}`);
  return tags;
}

export function tenantTag(tenantId: string): string {
  return `tenant:${tenantId}`;
}
