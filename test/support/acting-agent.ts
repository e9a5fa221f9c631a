/**
 * An agent on a virtual clock that runs what it is given and beats, well or not, and dials again when
 * it is cut off. How it fails can be changed at any time.
 */
import type { OutcomeWord } from '../../shared/execution/outcome.ts';
import type { MessageToNode } from '../../shared/wire/node-messages.ts';
import { WireError } from '../../shared/wire/wire-error.ts';
import { exampleHello } from './example-node.ts';
import { ScriptedAgent } from './scripted-agent.ts';
import type { ScriptedCluster } from './scripted-cluster.ts';

/**
 * Drops: takes runs and forgets them. Delays: answers late, and says it was quick. Lies: claims more
 * time than has passed. Crashes: its stream breaks as soon as it has runs.
 */
export type Conduct = 'well' | 'drops' | 'delays' | 'lies' | 'crashes';

const runMs = 100;
const delayMs = 6_000;
const beatMs = 1_000;
const redialMs = 500;

export class ActingAgent {
  readonly #cluster: ScriptedCluster;
  readonly #nodeId: string;
  readonly #runsMax: number;
  #agent: ConnectedAgent;
  conduct: Conduct = 'well';
  /** How runs end that are run well. */
  word: (run: number) => OutcomeWord = () => 'SUCCEEDED';
  /** Given to it so far. */
  runs = 0;

  constructor(cluster: ScriptedCluster, nodeId: string, runsMax = 64) {
    this.#cluster = cluster;
    this.#nodeId = nodeId;
    this.#runsMax = runsMax;
    this.#agent = this.#connect();
    this.#beat();
  }

  get session() {
    return this.#agent.session;
  }

  /** The clock's timers go on for ever: a test ends it. */
  stop(): void {
    this.#cluster.roster.leave(this.session, 'the test is over');
    this.#isStopped = true;
  }

  #isStopped = false;

  #connect(): ConnectedAgent {
    const capacity = { runsMax: this.#runsMax, hostsMax: 4 };
    const hello = exampleHello({ nodeId: this.#nodeId, capacity });
    return new ConnectedAgent(this.#cluster, hello, (agent, runId) => this.#run(agent, runId));
  }

  #run(agent: ConnectedAgent, runId: number): void {
    const run = this.runs++;
    const { clock } = this.#cluster;
    const end = (wallUs: number): void => {
      if (agent.closedFor !== undefined) return;
      agent.end(runId, { word: this.word(run), usage: { wallUs, queuedUs: 0 } });
    };
    const ways: Record<Conduct, () => void> = {
      well: () => void clock.setTimer(runMs, () => end(runMs * 1_000)),
      delays: () => void clock.setTimer(delayMs, () => end(runMs * 1_000)),
      lies: () => void clock.setTimer(runMs, () => end(3_600_000_000)),
      drops: () => void agent.running.delete(runId),
      crashes: () => void clock.setTimer(runMs, () => this.#cutOff(agent, 'it crashed')),
    };
    ways[this.conduct]();
  }

  #beat(): void {
    this.#cluster.clock.setTimer(beatMs, () => {
      const agent = this.#agent;
      try {
        const load = { runsInFlight: agent.running.size, runsWaiting: 0 };
        if (agent.closedFor === undefined) agent.heartbeat({ load });
      } catch (thrown) {
        if (!(thrown instanceof WireError)) throw thrown;
        this.#cutOff(agent, thrown.message);
      }
      if (!this.#isStopped) this.#beat();
    });
  }

  /** As the edge does with an agent that breaks the rules, or the network with one that is gone. */
  #cutOff(agent: ConnectedAgent, reason: string): void {
    if (agent.closedFor !== undefined) return;
    this.#cluster.roster.leave(agent.session, reason);
    this.#cluster.clock.setTimer(redialMs, () => {
      if (!this.#isStopped) this.#agent = this.#connect();
    });
  }
}

class ConnectedAgent extends ScriptedAgent {
  readonly #started: (agent: ConnectedAgent, runId: number) => void;

  constructor(
    { roster }: ScriptedCluster,
    hello: ConstructorParameters<typeof ScriptedAgent>[1],
    started: (agent: ConnectedAgent, runId: number) => void,
  ) {
    super(roster, hello);
    this.#started = started;
  }

  override write(message: MessageToNode): boolean {
    const takes = super.write(message);
    if (message.name === 'run-commands')
      for (const { runId } of message.commands.starts) this.#started(this, runId);
    return takes;
  }
}
