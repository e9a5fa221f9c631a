/**
 * A cluster on this machine: a coordinator and node-agents as child processes, which do not
 * outlive this one, however it ends.
 *
 *   new ──start──▶ running ──stop──▶ stopped
 *                     ├── a node-agent ends in order, as it does of age: it is started again
 *                     └── a part is lost: it is started again, or the cluster has failed
 */
import { newToken } from '../../shared/random/system-random.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import { ChildProgram, type ProgramEnd } from './child-program.ts';
import { restartAfter } from './restart-rule.ts';

export interface LocalClusterOptions {
  readonly nodes: number;
  readonly coordinatorArgs: readonly string[];
  readonly nodeAgentArgs: readonly string[];
  /** How the agents reach the coordinator. */
  readonly coordinatorHost: string;
  /** Where it is known beforehand, which lets the agents start at the same time. */
  readonly coordinatorPort?: number;
  /** A node-agent that is lost is started again, instead of failing the cluster. */
  readonly restartsNodes: boolean;
  /** How long stopping may take before children are killed. */
  readonly stopGraceMs: number;
  readonly clock: Clock;
}

/** Of the agents that were there before one, in its place. */
interface Predecessors {
  /** One of them had joined. */
  readonly hasServed: boolean;
  readonly quickEnds: number;
}

/** Belong to a single program, and would be wrong for, or disagree with, what is given here. */
const notForChildren = [
  'ISOPOD_CONFIG',
  'ISOPOD_COORDINATORS',
  'ISOPOD_NODE_ID',
  'ISOPOD_DATA_DIR',
  'ISOPOD_ADMIN_KEY_HASHES',
  'ISOPOD_API_KEY',
  'ISOPOD_READY_FD',
  'ISOPOD_PARENT_FD',
  'ISOPOD_LAUNCHER_FD',
];

export class LocalCluster {
  readonly #options: LocalClusterOptions;
  readonly #env: NodeJS.ProcessEnv;
  readonly #failed = Promise.withResolvers<Error>();
  #state: 'new' | 'running' | 'stopped' = 'new';
  #coordinator: ChildProgram | undefined;
  readonly #agents = new Set<ChildProgram>();
  readonly #restarts = new Set<Timer>();

  constructor(options: LocalClusterOptions) {
    this.#options = options;
    this.#env = childEnvironment(process.env);
  }

  /** Resolves, if ever, when a part has ended by itself and the cluster cannot go on. */
  get failed(): Promise<Error> {
    return this.#failed.promise;
  }

  /**
   * Resolves with the coordinator's port once it listens; the nodes join in their own time, and
   * executions wait for them. Rejects when it cannot be started.
   */
  async start(): Promise<number> {
    this.#state = 'running';
    this.#coordinator = new ChildProgram({
      name: 'the coordinator',
      script: 'coordinator/main.ts',
      args: this.#options.coordinatorArgs,
      env: this.#env,
    });
    this.#failWhenEnded(this.#coordinator);
    const { coordinatorPort } = this.#options;
    if (coordinatorPort !== undefined) this.#startAgents(coordinatorPort);
    const { port } = await this.#coordinator.ready;
    if (port === undefined) throw new Error('Could not start the coordinator: it names no port');
    if (coordinatorPort === undefined) this.#startAgents(port);
    return port;
  }

  /** Resolves when every node has joined. Rejects when one cannot be started. */
  async nodesReady(): Promise<void> {
    await Promise.all([...this.#agents].map(({ ready }) => ready));
  }

  /** Lets what runs finish, and returns when every process is gone. Idempotent. */
  async stop(): Promise<void> {
    if (this.#state === 'new') return;
    this.#state = 'stopped';
    for (const timer of this.#restarts) timer.cancel();
    const { stopGraceMs, clock } = this.#options;
    // The coordinator first: it needs its nodes to finish what it has.
    await this.#coordinator?.stop(stopGraceMs, clock);
    await Promise.all([...this.#agents].map((agent) => agent.stop(stopGraceMs, clock)));
  }

  #startAgents(port: number): void {
    const nobody = { hasServed: false, quickEnds: 0 };
    for (let node = 0; node < this.#options.nodes; node += 1) this.#startAgent(port, nobody);
  }

  #startAgent(port: number, before: Predecessors): void {
    if (this.#state === 'stopped') return;
    const { nodeAgentArgs, coordinatorHost, clock } = this.#options;
    const host = coordinatorHost.includes(':') ? `[${coordinatorHost}]` : coordinatorHost;
    const startedAtMs = clock.nowMs();
    const agent = new ChildProgram({
      name: 'a node-agent',
      script: 'node-agent/main.ts',
      args: ['--coordinators', `${host}:${port}`, ...nodeAgentArgs],
      env: this.#env,
    });
    this.#agents.add(agent);
    void agent.ended.then(async (end) => {
      this.#agents.delete(agent);
      const wasReady = await agent.ready.then(
        () => true,
        () => false,
      );
      if (this.#state === 'stopped') return;
      const { isOrderly } = end;
      const livedMs = clock.nowMs() - startedAtMs;
      const { hasServed, quickEnds: quickEndsBefore } = before;
      const agentEnd = { wasReady, isOrderly, livedMs, hasServed, quickEndsBefore };
      const restart = restartAfter(agentEnd, this.#options.restartsNodes);
      if (!restart) return this.#fail(agent, end);
      const { delayMs, quickEnds } = restart;
      this.#startLater(delayMs, port, { hasServed: hasServed || wasReady, quickEnds });
    });
  }

  #startLater(delayMs: number, port: number, before: Predecessors): void {
    if (delayMs === 0) return this.#startAgent(port, before);
    const timer = this.#options.clock.setTimer(delayMs, () => {
      this.#restarts.delete(timer);
      this.#startAgent(port, before);
    });
    this.#restarts.add(timer);
  }

  #failWhenEnded(child: ChildProgram): void {
    void child.ended.then((end) => {
      if (this.#state !== 'stopped') this.#fail(child, end);
    });
  }

  #fail(child: ChildProgram, { how }: ProgramEnd): void {
    this.#failed.resolve(new Error(`Could not go on without ${child.name}: ${how}`));
  }
}

function childEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const env = { ...own };
  for (const name of notForChildren) delete env[name];
  if (!env['ISOPOD_NODE_TOKEN'] && !env['ISOPOD_NODE_TOKEN_FILE'])
    env['ISOPOD_NODE_TOKEN'] = newToken();
  return env;
}
