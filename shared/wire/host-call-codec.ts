/** Calls out of the sandbox and their replies: the same messages to clients and inside the cluster. */
import type { FieldViolation } from '../errors/isopod-error.ts';
import type { Determinism } from '../execution/determinism.ts';
import {
  type HostCall,
  type HostCallReply,
  type HostCallResult,
  isToolName,
  toolsMax,
} from '../execution/host-call.ts';
import type { HostCall__Output, HostCall as WireCall } from '../generated/isopod/v1/HostCall.ts';
import type {
  HostCallReply__Output,
  HostCallReply as WireReply,
} from '../generated/isopod/v1/HostCallReply.ts';

/** Undefined where there are none. */
export function readToolNames(
  wire: readonly string[],
  determinism: Determinism | undefined,
  violations: FieldViolation[],
): readonly string[] | undefined {
  if (wire.length === 0) return undefined;
  if (wire.length > toolsMax) {
    const description = `must be at most ${toolsMax}: ${wire.length}`;
    violations.push({ field: 'tool_names', description });
    return undefined;
  }
  const seen = new Set<string>();
  for (const [index, name] of wire.entries()) {
    const field = `tool_names[${index}]`;
    if (!isToolName(name))
      violations.push({ field, description: 'must be a name that a tool may have' });
    else if (seen.has(name)) violations.push({ field, description: `must be there once: ${name}` });
    seen.add(name);
  }
  if (determinism) {
    const description = 'must be empty for a deterministic execution: what tools do is not given';
    violations.push({ field: 'tool_names', description });
  }
  return wire;
}

export function hostCallToWire({ callId, toolName, argumentJson }: HostCall): WireCall {
  return argumentJson === undefined ? { callId, toolName } : { callId, toolName, argumentJson };
}

export function hostCallFromWire({ callId, toolName, argumentJson }: HostCall__Output): HostCall {
  return argumentJson === undefined ? { callId, toolName } : { callId, toolName, argumentJson };
}

export function hostCallReplyToWire({ callId, result }: HostCallReply): WireReply {
  if (result.name === 'threw') return { callId, error: result.error };
  return result.resultJson === undefined ? { callId } : { callId, resultJson: result.resultJson };
}

/** As it came; what is too large is the coordinator's to refuse. */
export function hostCallReplyFromWire(wire: HostCallReply__Output): HostCallReply {
  return { callId: wire.callId, result: resultFromWire(wire) };
}

function resultFromWire({ error, resultJson }: HostCallReply__Output): HostCallResult {
  if (!error)
    return resultJson === undefined ? { name: 'returned' } : { name: 'returned', resultJson };
  const { name, message, code, dataJson } = error;
  return {
    name: 'threw',
    error: {
      name: name || 'Error',
      message,
      ...(code === '' ? {} : { code }),
      ...(dataJson === undefined ? {} : { dataJson }),
    },
  };
}
