/**
 * The functions of a tenant: deployed once, then called by name.
 *
 *     const { version } = await client.functions.deploy('price', { source, language: 'TYPESCRIPT' });
 *     await client.functions.setAlias('price', 'live', [{ version, weight: 100 }]);
 *     await client.execute({ function: 'price@live', inputJson: '{"items":[]}' });
 */
import { invalidRequest } from '../../shared/errors/isopod-error.ts';
import type { IsolationLevel } from '../../shared/execution/execution.ts';
import type { Limits } from '../../shared/execution/limits.ts';
import type {
  FunctionRoute,
  FunctionSummary,
  VersionSummary,
} from '../../shared/functions/deployed-function.ts';
import { isolationLevelEnum } from '../../shared/wire/enums.ts';
import {
  functionFromWire,
  routesToWire,
  versionFromWire,
} from '../../shared/wire/function-codec.ts';
import { limitsToWire } from '../../shared/wire/limits-codec.ts';
import type { FunctionService } from '../../shared/wire/services.ts';
import { type SourceRequest, sourceToWire } from '../../shared/wire/source-codec.ts';
import { tooLarge } from './request-size.ts';
import type { CallOptions, ResponseOf, UnaryCaller } from './unary-caller.ts';

type Functions = InstanceType<typeof FunctionService>;

export interface FunctionSource extends SourceRequest {
  readonly source: string;
  /** Of calls that do not say otherwise. */
  readonly limits?: Partial<Limits>;
  /** Of calls that do not say otherwise. @default 'POOLED' */
  readonly isolation?: IsolationLevel;
}

export interface DeployedFunction {
  readonly function: FunctionSummary;
  /** What was deployed: `name@version` is this for ever. */
  readonly version: string;
  /** False where it was deployed before. */
  readonly isNew: boolean;
}

export interface FunctionDetails {
  readonly function: FunctionSummary;
  /** The newest first. */
  readonly versions: readonly VersionSummary[];
}

/** Every method rejects with an IsopodError; its `reason` is INVALID_REQUEST, FUNCTION_NOT_FOUND, … */
export class FunctionsClient {
  readonly #service: Functions;
  readonly #caller: UnaryCaller;
  readonly #messageBytesMax: number;

  /** Made by IsopodClient, which has it as `functions`. */
  constructor(service: Functions, caller: UnaryCaller, messageBytesMax: number) {
    this.#service = service;
    this.#caller = caller;
    this.#messageBytesMax = messageBytesMax;
  }

  async deploy(
    name: string,
    given: FunctionSource,
    options: CallOptions = {},
  ): Promise<DeployedFunction> {
    const refusal = tooLarge(given, this.#messageBytesMax);
    if (refusal) throw invalidRequest(refusal.fieldViolations);
    const request = {
      name,
      source: sourceToWire(given),
      ...(given.limits ? { limits: limitsToWire(given.limits) } : {}),
      ...(given.isolation ? { isolationLevel: isolationLevelEnum.toWire(given.isolation) } : {}),
    };
    const response = await this.#caller.call<ResponseOf<Functions['deployFunction']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.deployFunction(request, metadata, grpcOptions, answer),
    );
    return {
      function: functionFromWire(response.function),
      version: response.version?.version ?? '',
      isNew: response.created,
    };
  }

  async get(name: string, options: CallOptions = {}): Promise<FunctionDetails> {
    const response = await this.#caller.call<ResponseOf<Functions['getFunction']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.getFunction({ name }, metadata, grpcOptions, answer),
    );
    return {
      function: functionFromWire(response.function),
      versions: response.versions.map(versionFromWire),
    };
  }

  /** All of them, by name. */
  async list(options: CallOptions = {}): Promise<FunctionSummary[]> {
    const found: FunctionSummary[] = [];
    let pageToken = '';
    do {
      const request = { pageSize: 1_000, pageToken };
      const response = await this.#caller.call<ResponseOf<Functions['listFunctions']>>(
        options,
        (metadata, grpcOptions, answer) =>
          this.#service.listFunctions(request, metadata, grpcOptions, answer),
      );
      found.push(...response.functions.map(functionFromWire));
      pageToken = response.nextPageToken;
    } while (pageToken !== '');
    return found;
  }

  /** From the next call on; where the alias led before is forgotten. */
  async setAlias(
    name: string,
    alias: string,
    routes: readonly FunctionRoute[],
    options: CallOptions = {},
  ): Promise<FunctionSummary> {
    const request = { name, alias, routes: routesToWire(routes) };
    const response = await this.#caller.call<ResponseOf<Functions['setFunctionAlias']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.setFunctionAlias(request, metadata, grpcOptions, answer),
    );
    return functionFromWire(response.function);
  }

  async deleteAlias(
    name: string,
    alias: string,
    options: CallOptions = {},
  ): Promise<FunctionSummary> {
    const response = await this.#caller.call<ResponseOf<Functions['deleteFunctionAlias']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.deleteFunctionAlias({ name, alias }, metadata, grpcOptions, answer),
    );
    return functionFromWire(response.function);
  }

  /** The whole function, or one version of it that no alias leads to. */
  async delete(name: string, version = '', options: CallOptions = {}): Promise<void> {
    await this.#caller.call<ResponseOf<Functions['deleteFunction']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.deleteFunction({ name, version }, metadata, grpcOptions, answer),
    );
  }
}
