/**
 * A client's execution: written by the SDK, read and checked by the coordinator. After reading,
 * no field is "maybe there".
 */
import { type FieldViolation, invalidExecution } from '../errors/isopod-error.ts';
import type { Determinism } from '../execution/determinism.ts';
import type { CacheMode, Execution, IsolationLevel } from '../execution/execution.ts';
import { type Limits, payloadLimits } from '../execution/limits.ts';
import { inputOf, sizeOfInput } from '../execution/payload.ts';
import type { PostureLayer } from '../execution/posture-layer.ts';
import { isPriority, priorityMax } from '../execution/priority.ts';
import { stdinCallName } from '../execution/stdin.ts';
import {
  type FunctionVersion,
  functionNameRule,
  isFunctionName,
  isVersion,
} from '../functions/deployed-function.ts';
import type {
  Execution__Output,
  Execution as WireExecution,
} from '../generated/isopod/v1/Execution.ts';
import type { FunctionReference__Output } from '../generated/isopod/v1/FunctionReference.ts';
import type { Place } from '../nodes/place.ts';
import { nodeIdOfSession } from '../sessions/session-terms.ts';
import { determinismToWire, readDeterminism } from './determinism-codec.ts';
import { egressToWire, readEgress } from './egress-codec.ts';
import { cacheModeEnum, isolationLevelEnum } from './enums.ts';
import { readToolNames } from './host-call-codec.ts';
import { limitsToWire, readLimits } from './limits-codec.ts';
import { placeToWire, readPlace } from './place-codec.ts';
import { postureFloorToWire, readPostureFloor } from './posture-floor-codec.ts';
import { readEnum } from './read-enum.ts';
import { readProgram, type SourceRequest, sourceToWire } from './source-codec.ts';

/** It is hashed at every pick. */
const affinityKeyCharsMax = 256;

/** An execution as the SDK's callers describe it: of a source, or of a function. */
export interface ExecutionRequest extends Partial<SourceRequest> {
  /** A deployed function: `name`, or `name@` and a version or an alias. Then `source` does not count. */
  readonly function?: string;
  /** JSON text. */
  readonly inputJson?: string;
  /** In the place of `inputJson`: the program sees a Uint8Array. */
  readonly inputBytes?: Uint8Array;
  /** What is not given takes the cluster's default. */
  readonly limits?: Partial<Limits>;
  /** @default 'FRESH' */
  readonly isolation?: IsolationLevel;
  /** How urgent it is, from 0 to 9, where executions wait. @default 5 */
  readonly priority?: number;
  /** @default false */
  readonly isIdempotent?: boolean;
  /** What the node that runs it must have. @default nothing */
  readonly layersRequired?: readonly PostureLayer[];
  /** Chance and clock are given, `{}` for the usual ones; not with POOLED. @default not given */
  readonly determinism?: Partial<Determinism>;
  /** What a deterministic one has to do with kept results. @default 'USE' */
  readonly cache?: CacheMode;
  /** A session whose scope it enters. @default none */
  readonly sessionId?: string;
  /** What the program may call, over a stream; IsopodClient says it of its `tools`. @default none */
  readonly toolNames?: readonly string[];
  /** It is sent text while it runs, over a stream; IsopodClient says it of its `stdin`. @default false */
  readonly hasStdin?: boolean;
  /**
   * What the program may fetch of what its node allows: origins with their methods, such as
   * `https://api.example.com GET POST`; `[]` for nothing. @default all that the node allows
   */
  readonly egressRules?: readonly string[];
  /**
   * Executions of one key go to one node, while that is not overloaded; at most 256 characters.
   * @default none
   */
  readonly affinityKey?: string;
  /** Where the client is, for clusters that run near to it. @default not said */
  readonly origin?: Place;
}

export function executionToWire(request: ExecutionRequest): WireExecution {
  return {
    ...codeToWire(request),
    ...(request.inputJson === undefined ? {} : { inputJson: request.inputJson }),
    ...(request.inputBytes === undefined ? {} : { inputBytes: request.inputBytes }),
    ...(request.limits ? { limits: limitsToWire(request.limits) } : {}),
    ...(request.isolation ? { isolationLevel: isolationLevelEnum.toWire(request.isolation) } : {}),
    ...(request.priority === undefined ? {} : { priority: request.priority }),
    idempotent: request.isIdempotent ?? false,
    ...(request.layersRequired ? { minPosture: postureFloorToWire(request.layersRequired) } : {}),
    ...(request.determinism ? { determinism: determinismToWire(request.determinism) } : {}),
    ...(request.cache ? { cache: cacheModeEnum.toWire(request.cache) } : {}),
    ...(request.sessionId === undefined ? {} : { sessionId: request.sessionId }),
    ...(request.toolNames ? { toolNames: [...request.toolNames] } : {}),
    ...(request.hasStdin ? { stdin: true } : {}),
    ...(request.affinityKey === undefined ? {} : { affinityKey: request.affinityKey }),
    ...(request.origin ? { origin: placeToWire(request.origin) } : {}),
    ...(request.egressRules ? { egress: egressToWire(request.egressRules) } : {}),
  };
}

function codeToWire(request: ExecutionRequest): WireExecution {
  if (request.function === undefined) return { source: sourceToWire(request) };
  const [name = '', ...rest] = request.function.split('@');
  // Nothing after an @ is not the latest: what was to stand there is missing, and is refused.
  const version = rest.length === 0 ? '' : rest.join('@') || '@';
  return { function: { name, version } };
}

/** The function that is called, or undefined where a source is sent along. Throws INVALID_EXECUTION. */
export function readFunctionReference(
  wire: Execution__Output | null,
): FunctionReference__Output | undefined {
  const reference = wire?.function;
  if (!reference) return undefined;
  const { name, version } = reference;
  if (!isFunctionName(name))
    throw invalidExecution([
      { field: 'function.name', description: `must be ${functionNameRule}` },
    ]);
  if (version === '' || isVersion(version) || isFunctionName(version)) return reference;
  const description = 'must be a version, an alias, or empty';
  throw invalidExecution([{ field: 'function.version', description }]);
}

/**
 * `called` is what the function that the execution names has come to, `ceilings` what its tenant's
 * executions get at most. Throws INVALID_EXECUTION with every field at fault.
 */
export function readExecution(
  wire: Execution__Output | null,
  tenantId: string,
  called?: FunctionVersion,
  ceilings?: Limits,
): Execution {
  if (!wire) throw invalidExecution([{ field: 'execution', description: 'must be set' }]);
  const violations: FieldViolation[] = [];
  const program = called?.program ?? readProgram(wire.source, violations);
  checkInput(wire, violations);
  const limits = readLimits(wire.limits, violations, called?.limits, ceilings);
  const isolation = readEnum(
    isolationLevelEnum,
    wire.isolationLevel,
    wire.sessionId === '' ? (called?.isolation ?? 'FRESH') : 'FRESH',
    'isolation_level',
    violations,
  );
  const layersRequired = readPostureFloor(wire.minPosture, violations);
  const determinism = readDeterminism(wire.determinism, isolation, violations);
  const cacheMode = readEnum(cacheModeEnum, wire.cache, 'USE', 'cache', violations);
  const toolNames = withStdin(wire, readToolNames(wire.toolNames, determinism, violations));
  checkStdin(wire, violations);
  const egressRules = readEgress(wire.egress, determinism, violations);
  checkSession(wire, violations);
  checkPriority(wire, violations);
  checkAffinityKey(wire, violations);
  const origin = readPlace(wire.origin, 'origin', violations);
  if (violations.length > 0 || !program) throw invalidExecution(violations);
  return {
    tenantId,
    program,
    ...(called && wire.function
      ? { functionName: wire.function.name, functionVersion: called.version }
      : {}),
    ...inputOf(wire),
    limits,
    isolation,
    isIdempotent: wire.idempotent,
    ...(wire.priority === undefined ? {} : { priority: wire.priority }),
    ...(layersRequired ? { layersRequired } : {}),
    ...(determinism ? { determinism } : {}),
    ...(cacheMode === 'USE' ? {} : { cacheMode }),
    ...(toolNames ? { toolNames } : {}),
    ...(egressRules ? { egressRules } : {}),
    ...(wire.sessionId === '' ? {} : { sessionId: wire.sessionId }),
    ...(wire.affinityKey === '' ? {} : { affinityKey: wire.affinityKey }),
    ...(origin ? { origin } : {}),
  };
}

/** A session has its isolation and its node, and its state is no part of what would be the same. */
function checkSession(wire: Execution__Output, violations: FieldViolation[]): void {
  if (wire.sessionId === '') return;
  if (nodeIdOfSession(wire.sessionId) === undefined)
    violations.push({ field: 'session_id', description: 'must be the id of a session' });
  const description = 'must not be set in a session';
  if (wire.determinism) violations.push({ field: 'determinism', description });
  if (wire.minPosture) violations.push({ field: 'min_posture', description });
  if (!isolationLevelEnum.isUnspecified(wire.isolationLevel))
    violations.push({ field: 'isolation_level', description });
}

function checkAffinityKey({ affinityKey }: Execution__Output, violations: FieldViolation[]): void {
  if (affinityKey.length <= affinityKeyCharsMax) return;
  const description = `must have at most ${affinityKeyCharsMax} characters: ${affinityKey.length}`;
  violations.push({ field: 'affinity_key', description });
}

function checkPriority({ priority }: Execution__Output, violations: FieldViolation[]): void {
  if (priority === undefined || isPriority(priority)) return;
  const description = `must be from 0 to ${priorityMax}: ${priority}`;
  violations.push({ field: 'priority', description });
}

/** Inside the cluster it is a tool among others. */
function withStdin(
  { stdin }: Execution__Output,
  toolNames: readonly string[] | undefined,
): readonly string[] | undefined {
  return stdin ? [...(toolNames ?? []), stdinCallName] : toolNames;
}

function checkStdin(
  { stdin, idempotent, determinism }: Execution__Output,
  violations: FieldViolation[],
): void {
  if (!stdin || !(idempotent || determinism)) return;
  const which = idempotent ? 'an idempotent' : 'a deterministic';
  const description = `must not be set for ${which} execution: what was read cannot be read again`;
  violations.push({ field: 'stdin', description });
}

function checkInput(wire: Execution__Output, violations: FieldViolation[]): void {
  const { inputJson, inputBytes } = wire;
  if (inputJson !== undefined && inputBytes !== undefined) {
    const description = 'must not be set where input_json is';
    violations.push({ field: 'input_bytes', description });
    return;
  }
  const { inputBytesMax } = payloadLimits;
  const bytes = sizeOfInput(wire);
  if (bytes > inputBytesMax) {
    const field = inputBytes ? 'input_bytes' : 'input_json';
    violations.push({ field, description: `must be at most ${inputBytesMax} bytes: ${bytes}` });
    return;
  }
  if (inputJson === undefined) return;
  try {
    JSON.parse(inputJson);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    violations.push({
      field: 'input_json',
      description: `must be JSON text: ${wholeCharacters(reason)}`,
    });
  }
}

/** V8 quotes some characters round a mistake, and may cut one of them in half. */
function wholeCharacters(text: string): string {
  return text.toWellFormed();
}
