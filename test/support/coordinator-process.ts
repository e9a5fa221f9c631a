/** A coordinator as a process of its own, whose memory is looked at from outside. */
import { readFileSync, writeFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { ChildProgram } from '../../client/cli/child-program.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { FakeAgent } from './fake-agent.ts';

const nodeToken = 'a-token-for-the-nodes-of-a-test';
const stopGraceMs = 5_000;

export class CoordinatorProcess {
  readonly address: string;
  readonly #pid: number;

  private constructor(pid: number, port: number) {
    this.#pid = pid;
    this.address = `127.0.0.1:${port}`;
  }

  /** It is gone when the test is over. */
  static async start(args: readonly string[] = []): Promise<CoordinatorProcess> {
    const program = new ChildProgram({
      name: 'the coordinator',
      script: 'coordinator/main.ts',
      args: ['--port', '0', '--log-level', 'error', '--drain-grace-ms', '0', ...args],
      env: { ...process.env, ISOPOD_NODE_TOKEN: nodeToken },
    });
    onTestFinished(() => program.stop(stopGraceMs, systemClock()));
    const { port = 0 } = await program.ready;
    return new CoordinatorProcess(program.pid ?? 0, port);
  }

  async agent(): Promise<FakeAgent> {
    const capacity = { runsMax: 10_000, hostsMax: 1 };
    const agent = await FakeAgent.join(this.address, { token: nodeToken }, { capacity });
    onTestFinished(() => agent.break());
    return agent;
  }

  get memoryBytes(): number {
    return this.#statusBytes('VmRSS');
  }

  /** The most since `forgetPeak`. */
  get memoryPeakBytes(): number {
    return this.#statusBytes('VmHWM');
  }

  forgetPeak(): void {
    writeFileSync(`/proc/${this.#pid}/clear_refs`, '5');
  }

  #statusBytes(name: string): number {
    const status = readFileSync(`/proc/${this.#pid}/status`, 'utf8');
    return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1_024;
  }
}
