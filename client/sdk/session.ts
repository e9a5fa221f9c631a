/**
 * Sessions: executions that share a scope, one after the other.
 *
 *     await using session = await client.sessions.create();
 *     await session.execute({ source: 'let n = 1' });
 *     await session.execute({ source: 'n + 1' });        // outcome.resultJson === '2'
 */
import type { SessionDescription, SessionTerms } from '../../shared/sessions/session-terms.ts';
import type { SessionService } from '../../shared/wire/services.ts';
import { sessionFromWire, termsToWire } from '../../shared/wire/session-codec.ts';
import type { ExecuteOptions, ExecuteResult } from './execute-options.ts';
import type { ExecutionWithTools } from './execution-stream.ts';
import type { CallOptions, ResponseOf, UnaryCaller } from './unary-caller.ts';

type Sessions = InstanceType<typeof SessionService>;

/** Runs one execution, as IsopodClient does. */
type Execute = (request: ExecutionWithTools, options?: ExecuteOptions) => Promise<ExecuteResult>;

/** An open session. It ends when it is closed, over, or lost with its node. */
export class Session {
  readonly #sessions: SessionsClient;
  readonly #execute: Execute;
  /** As it was when it was opened. */
  readonly description: SessionDescription;

  /** Made by SessionsClient. */
  constructor(sessions: SessionsClient, execute: Execute, description: SessionDescription) {
    this.#sessions = sessions;
    this.#execute = execute;
    this.description = description;
  }

  get sessionId(): string {
    return this.description.sessionId;
  }

  /**
   * As IsopodClient.execute does, in the session's scope, after what was asked for before. Once
   * the session is gone the outcome is SESSION_LOST.
   */
  execute(
    request: Omit<ExecutionWithTools, 'sessionId'>,
    options?: ExecuteOptions,
  ): Promise<ExecuteResult> {
    return this.#execute({ ...request, sessionId: this.sessionId }, options);
  }

  /** Ends it now, with what runs in it. False where it was not open any more. */
  close(options?: CallOptions): Promise<boolean> {
    return this.#sessions.close(this.sessionId, options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** Every method rejects with an IsopodError, as `execute` does. */
export class SessionsClient {
  readonly #service: Sessions;
  readonly #caller: UnaryCaller;
  readonly #execute: Execute;

  /** Made by IsopodClient, which has it as `sessions`. */
  constructor(service: Sessions, caller: UnaryCaller, execute: Execute) {
    this.#service = service;
    this.#caller = caller;
    this.#execute = execute;
  }

  async create(terms: Partial<SessionTerms> = {}, options: CallOptions = {}): Promise<Session> {
    const response = await this.#caller.call<ResponseOf<Sessions['createSession']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.createSession(termsToWire(terms), metadata, grpcOptions, answer),
    );
    return new Session(this, this.#execute, sessionFromWire(response.session));
  }

  async close(sessionId: string, options: CallOptions = {}): Promise<boolean> {
    const response = await this.#caller.call<ResponseOf<Sessions['closeSession']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.closeSession({ sessionId }, metadata, grpcOptions, answer),
    );
    return response.wasOpen;
  }

  /** Those of the tenant on all nodes that are connected, the oldest first. */
  async list(options: CallOptions = {}): Promise<SessionDescription[]> {
    const response = await this.#caller.call<ResponseOf<Sessions['listSessions']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.listSessions({}, metadata, grpcOptions, answer),
    );
    return response.sessions.map(sessionFromWire);
  }
}
