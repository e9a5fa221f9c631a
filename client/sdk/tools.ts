/**
 * What a program may call, done here: each call runs a function of the caller's, and what that
 * returns or throws goes back as JSON.
 */
import {
  cappedResult,
  failedCall,
  type HostCall,
  type HostCallError,
  type HostCallReply,
  type HostCallResult,
} from '../../shared/execution/host-call.ts';

export interface ToolContext {
  /** Aborted when the run is over, however it ended: nobody waits for the result any more. */
  readonly signal: AbortSignal;
}

/**
 * What it is given is what the program gave, as JSON carries it; `undefined` for nothing. It comes
 * from untrusted code: look at it before using it. The result, awaited, is the program's. What it
 * throws the program catches: an error's `name` and `message`, and its `code` and `data` if it has
 * them. It is not told the stack.
 */
export type Tool = {
  // As a method, so that a tool may say what it expects: `async ({ city }: { city: string }) => …`.
  bivariant(argument: unknown, context: ToolContext): unknown;
}['bivariant'];

export type Tools = Readonly<Record<string, Tool>>;

/** The tools of one execution, while it lasts. */
export class ServedTools {
  readonly #tools: Tools;
  readonly #reply: (reply: HostCallReply) => void;
  readonly #over = new AbortController();

  constructor(tools: Tools, reply: (reply: HostCallReply) => void) {
    this.#tools = tools;
    this.#reply = reply;
  }

  serve(call: HostCall): void {
    void this.#resultOf(call).then((result) => {
      if (!this.#over.signal.aborted) this.#reply({ callId: call.callId, result });
    });
  }

  /** The run is over. */
  end(): void {
    this.#over.abort();
  }

  async #resultOf({ toolName, argumentJson }: HostCall): Promise<HostCallResult> {
    const tool = Object.hasOwn(this.#tools, toolName) ? this.#tools[toolName] : undefined;
    if (!tool) return failedCall('HostCallUnanswered', `The client has no such tool: ${toolName}`);
    try {
      const argument: unknown = argumentJson === undefined ? undefined : JSON.parse(argumentJson);
      const returned = await tool(argument, { signal: this.#over.signal });
      const resultJson = JSON.stringify(returned) as string | undefined;
      return cappedResult(
        resultJson === undefined ? { name: 'returned' } : { name: 'returned', resultJson },
      );
    } catch (thrown) {
      return cappedResult({ name: 'threw', error: describeThrown(thrown) });
    }
  }
}

/** Never throws: what a tool throws may have been made of what the program sent it. */
function describeThrown(thrown: unknown): HostCallError {
  try {
    return describe(thrown);
  } catch {
    return { name: 'NotAnError', message: 'What the tool has thrown cannot be described' };
  }
}

function describe(thrown: unknown): HostCallError {
  if (!(thrown instanceof Error)) return { name: 'NotAnError', message: String(thrown) };
  // Anybody may have written anything into them.
  const { name, message } = thrown as { readonly name: unknown; readonly message: unknown };
  const { code, data } = thrown as { readonly code?: unknown; readonly data?: unknown };
  const dataJson = jsonOf(data);
  return {
    name: String(name),
    message: String(message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: `${code}` } : {}),
    ...(dataJson === undefined ? {} : { dataJson }),
  };
}

/** Undefined also for what is no JSON: the error matters more than what comes with it. */
function jsonOf(data: unknown): string | undefined {
  try {
    return JSON.stringify(data);
  } catch {
    return undefined;
  }
}
