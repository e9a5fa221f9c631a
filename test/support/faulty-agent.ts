/**
 * An agent over a real socket that does well until it is told to fail: it drops runs, answers them late,
 * or tells of more time than has passed. It dials again whenever it is cut off.
 */
import type { Clock } from '../../shared/time/clock.ts';
import type { RunStart } from '../../shared/wire/node-messages.ts';
import { exampleLoad } from './example-node.ts';
import { FakeAgent } from './fake-agent.ts';

export type Conduct = 'well' | 'drops' | 'delays' | 'lies';

interface FaultyAgentParts {
  readonly address: string;
  readonly token: string;
  readonly nodeId: string;
  readonly clock: Clock;
}

const capacity = { runsMax: 1_024, hostsMax: 3 };
const runMs = 2;
const delayMs = 6_000;
const lieUs = 3_600_000_000;
const beatMs = 1_000;
const redialMs = 500;

export class FaultyAgent {
  readonly #parts: FaultyAgentParts;
  #agent: FakeAgent | undefined;
  /** From now on. */
  conduct: Conduct = 'well';
  #isStopped = false;

  private constructor(parts: FaultyAgentParts) {
    this.#parts = parts;
  }

  /** Resolves when it has joined. */
  static async join(parts: FaultyAgentParts): Promise<FaultyAgent> {
    const faulty = new FaultyAgent(parts);
    await faulty.#dial();
    return faulty;
  }

  stop(): void {
    this.#isStopped = true;
    this.#agent?.break();
  }

  async #dial(): Promise<void> {
    const { address, token, nodeId, clock } = this.#parts;
    const agent = await FakeAgent.join(address, { token }, { nodeId, capacity });
    this.#agent = agent;
    const held = new Set<number>();
    let isOver = false;
    void agent.status.then(() => {
      isOver = true;
      if (this.#isStopped) return;
      agent.break();
      clock.setTimer(redialMs, () => void this.#dial());
    });
    const beat = (): void => {
      if (isOver) return;
      const load = exampleLoad({ runsInFlight: held.size });
      agent.say({ name: 'heartbeat', sequence: 1, load, isDraining: false });
      clock.setTimer(beatMs, beat);
    };
    beat();
    const take = async (): Promise<void> => {
      for (;;) this.#run(agent, await agent.runs.next(), held);
    };
    void take();
  }

  #run(agent: FakeAgent, { runId }: RunStart, held: Set<number>): void {
    const { conduct } = this;
    if (conduct === 'drops') return;
    held.add(runId);
    const wallUs = conduct === 'lies' ? lieUs : runMs * 1_000;
    this.#parts.clock.setTimer(conduct === 'delays' ? delayMs : runMs, () => {
      held.delete(runId);
      agent.end(runId, { resultJson: '1', usage: { wallUs, queuedUs: 0 } });
    });
  }
}
